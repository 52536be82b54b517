#include "report/pages/timeline_page.hpp"

#include <algorithm>
#include <array>

#include "model/names.hpp"
#include "record/happenings.hpp"
#include "report/pages/page.hpp"
#include "report/pages/pages.hpp"
#include "report/process_words.hpp"
#include "report/terminal/tree_lines.hpp"
#include "report/time_axis.hpp"
#include "report/timeline.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

// The lanes lie behind a list of the same height; site.css knows these numbers too.
constexpr int lane_height = 40;
constexpr int bar_top = 23;
constexpr int bar_height = 11;
constexpr int axis_height = 22;
constexpr int most_ticks = 7;
constexpr int deepest_indent = 8;
constexpr double last_left_label = 88;  // percent; labels further right end at their tick
constexpr std::size_t most_events = 300;
constexpr std::size_t longest_command = 300;  // bytes

std::string percent(double t_ms, double end_ms) {
  return harness::format("{:.2f}", std::clamp(t_ms / end_ms, 0.0, 1.0) * 100);
}

std::string_view class_of(MarkKind kind) {
  constexpr std::array<std::string_view, 11> words{"exec", "exited", "failed", "signalled", "ended", "reaped",
                                                   "out",  "err",    "paused", "continued", "killed"};
  return words.at(static_cast<std::size_t>(kind));
}

std::string anchor_of(const Process& process) {
  std::string anchor = "p-" + process.id;
  std::replace_if(
      anchor.begin(), anchor.end(), [](char c) { return c == '.' || c == ' '; }, '-');
  return anchor;
}

std::string bounded(const std::string& text) {
  return text.size() <= longest_command ? text : text.substr(0, longest_command) + "…";
}

std::string creation_of(const Process& process) {
  if (process.exec == true) return bounded(command_of(process));
  return bounded(command_of(process)) +
         (process.exec == false ? "  (a copy of its parent, without exec)" : "");
}

std::string class_of_fate(const Process& process) {
  return process.fate ? std::string(to_string(*process.fate)) : "unknown";
}

bool ended_well(const Process& process) {
  const Exited* exited = process.end ? std::get_if<Exited>(&*process.end) : nullptr;
  return exited != nullptr && exited->status == 0;
}

Json facts_of(const Process& process, const Lane& lane) {
  Json facts = Json::array();
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) facts.push_back({{"name", name}, {"value", value}});
  };
  add("program", creation_of(process));
  add("ended", ending_of(process));
  add("became", fate_in_words(process, lane.reaped_by));
  add("lived", moment(process.start_ms) + " – " + moment(process.end_ms));
  add("reaped at", process.reaped_ms ? moment(process.reaped_ms) : "");
  add("CPU time", process.cpu_ms ? moment(process.cpu_ms) : "");
  add("peak memory", memory(process.peak_kb));
  add("pid", process.pid ? std::to_string(*process.pid) : "");
  add("created by", process.parent.value_or(""));
  return facts;
}

Json row_of(const Process& process, const Lane& lane) {
  const auto depth = process.id == "program" ? 0 : 1 + std::count(process.id.begin(), process.id.end(), '.');
  return {{"anchor", anchor_of(process)},
          {"id", process.id},
          {"depth", std::min<int>(static_cast<int>(depth), deepest_indent)},
          {"name", bounded(process.exec == false ? name_of(process) : command_of(process))},
          {"command", creation_of(process)},
          {"helper", process.helper ? Json(helper_words(process)) : Json(nullptr)},
          {"end", ending_of(process)},
          {"ill", !ended_well(process)},
          {"fate", fate_of(process)},
          {"fate_class", class_of_fate(process)},
          {"became", fate_in_words(process, lane.reaped_by)},
          {"start", moment(process.start_ms)},
          {"ended", moment(process.end_ms)},
          {"cpu", process.cpu_ms ? moment(process.cpu_ms) : "?"},
          {"peak", process.peak_kb ? memory(process.peak_kb) : "?"},
          {"pid", process.pid ? std::to_string(*process.pid) : "?"},
          {"facts", facts_of(process, lane)}};
}

void add_drawing(Json& row, const Lane& lane, double end_ms, int top) {
  row["stretches"] = Json::array();
  for (const Stretch& stretch : lane.stretches) {
    const double width = std::clamp((stretch.to_ms - stretch.from_ms) / end_ms, 0.0, 1.0) * 100;
    row["stretches"].push_back({{"class", std::string(to_string(stretch.phase))},
                                {"x", percent(stretch.from_ms, end_ms)},
                                {"w", harness::format("{:.2f}", width)},
                                {"y", top + bar_top}});
  }
  row["marks"] = Json::array();
  for (const TimelineMark& mark : lane.marks) {
    row["marks"].push_back({{"class", std::string(class_of(mark.kind))},
                            {"x", percent(mark.t_ms, end_ms)},
                            {"y", top + bar_top + bar_height / 2}});
  }
}

void add_fork(Json& row, const Lane& lane, const Process& process, double end_ms, int top) {
  row["fork"] = false;
  if (!lane.creator || !process.start_ms || *lane.creator > lane.process) return;
  const int creator_top = axis_height + static_cast<int>(*lane.creator) * lane_height;
  row["fork"] = {{"x", percent(*process.start_ms, end_ms)},
                 {"from", creator_top + bar_top + bar_height},
                 {"to", top + bar_top}};
}

Json ticks_of(double end_ms) {
  Json axis = Json::array();
  for (const Tick& tick : ticks(end_ms, most_ticks)) {
    const bool right = tick.t_ms / end_ms * 100 > last_left_label;
    axis.push_back({{"x", percent(tick.t_ms, end_ms)}, {"label", tick.label}, {"right", right}});
  }
  return axis;
}

std::string words_of(const Happening& told, const Observation& seen) {
  const Event& event = *told.event;
  const Process* process = told.process ? &seen.processes[*told.process] : nullptr;
  switch (told.kind) {
    case HappeningKind::created:
      return process && process->parent ? "created by " + *process->parent : "created";
    case HappeningKind::exec: {
      Process executed;
      executed.argv = event.argv;
      return "exec " + bounded(command_of(executed));
    }
    case HappeningKind::exited:
      return "ended: " + (process ? ending_of(*process) : "?");
    case HappeningKind::orphaned:
      return "orphaned: its creator has ended";
    case HappeningKind::zombie:
      return "left a zombie: its creator has ended without waiting for it";
    case HappeningKind::reaped:
      return reaped_in_words(event.by);
    case HappeningKind::leaked:
      return "leaked: outlived the run, killed by the harness";
    case HappeningKind::killed:
      return "killed by the harness";
    case HappeningKind::output:
      return harness::format("wrote {} bytes to {}", event.length,
                             event.stream == Stream::out ? "stdout" : "stderr");
    case HappeningKind::stopped:
      return "stopped by " + signal_name(event.signal);
    case HappeningKind::continued:
      return "continued";
  }
  return "";
}

Json events_of(const Observation& seen) {
  Json list = Json::array();
  for (const Happening& told : happenings_of(seen)) {
    if (list.size() == most_events) break;
    list.push_back({{"t", harness::format("{:.1f} ms", told.t_ms)},
                    {"id", told.process ? seen.processes[*told.process].id : "?"},
                    {"words", words_of(told, seen)}});
  }
  return list;
}

}  // namespace

std::string timeline_html(const Observation& seen, std::size_t most) {
  const Timeline timeline = timeline_of(seen);
  Json rows = Json::array();
  std::vector<const Process*> all;
  for (const Lane& lane : timeline.lanes) {
    const Process& process = seen.processes[lane.process];
    all.push_back(&process);
    if (rows.size() == most) continue;
    const int top = axis_height + static_cast<int>(rows.size()) * lane_height;
    Json row = row_of(process, lane);
    add_drawing(row, lane, timeline.end_ms, top);
    add_fork(row, lane, process, timeline.end_ms, top);
    rows.push_back(std::move(row));
  }
  const int height = axis_height + static_cast<int>(rows.size()) * lane_height;
  Json written = Json::array();
  for (const TimelineMark& mark : timeline.written) {
    written.push_back(
        {{"x", percent(mark.t_ms, timeline.end_ms)}, {"class", std::string(class_of(mark.kind))}});
  }
  const Style plain{};
  const Json events = events_of(seen);
  return render_page(
      pages::timeline_html,
      {{"any", !rows.empty()},
       {"height", height + (written.empty() ? 0 : lane_height)},
       {"axis_bottom", height},
       {"written_y", height + bar_top},
       {"written", written},
       {"has_written", !written.empty()},
       {"count", harness::format("{} {}", all.size(), all.size() == 1 ? "process" : "processes")},
       {"end", moment(timeline.end_ms)},
       {"ticks", ticks_of(timeline.end_ms)},
       {"rows", rows},
       {"rest", render(rest_of_processes(all, most, plain), plain)},
       {"event_count", events.size()},
       {"more_events", happenings_of(seen).size() > most_events},
       {"events", events}});
}

}  // namespace harness
