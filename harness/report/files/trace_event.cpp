#include "report/files/trace_event.hpp"

#include <array>
#include <cmath>
#include <set>

#include "model/names.hpp"
#include "record/process_json.hpp"
#include "report/process_words.hpp"
#include "report/timeline.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

constexpr int first_made_up_pid = 1 << 24;  // above every real one

// The tracks of the processes: their pids where those tell them apart, otherwise numbers of our own.
std::vector<int> track_numbers(const std::vector<Process>& processes) {
  std::vector<int> tracks;
  std::set<int> used;
  for (const Process& process : processes) {
    int track = process.pid.value_or(0);
    if (track <= 0 || !used.insert(track).second) track = first_made_up_pid + static_cast<int>(tracks.size());
    tracks.push_back(track);
  }
  return tracks;
}

double microseconds(double ms) {
  return std::round(ms * 1e6) / 1e3;  // whole nanoseconds
}

Json event(const char* phase, const std::string& name, int track) {
  return {{"ph", phase}, {"name", with_replacements(name)}, {"pid", track}, {"tid", track}};
}

void add_names(Json& events, const Process& process, int track, std::size_t place) {
  const std::string name =
      process.id + " " + name_of(process) + (process.helper ? " (" + helper_words(process) + ")" : "");
  for (const char* what : {"process_name", "thread_name"}) {
    Json meta = event("M", what, track);
    meta["args"] = {{"name", with_replacements(name)}};
    events.push_back(std::move(meta));
  }
  Json order = event("M", "process_sort_index", track);
  order["args"] = {{"sort_index", place}};
  events.push_back(std::move(order));
}

Json arguments_of(const Process& process, const Lane& lane) {
  Json facts = to_json(process);
  facts["command"] = with_replacements(command_of(process));
  facts["became"] = fate_in_words(process, lane.reaped_by);
  return facts;
}

void add_stretches(Json& events, const Process& process, const Lane& lane, int track) {
  for (const Stretch& stretch : lane.stretches) {
    Json complete = event("X", std::string(to_string(stretch.phase)), track);
    complete["cat"] = "process";
    complete["ts"] = microseconds(stretch.from_ms);
    complete["dur"] = microseconds(stretch.to_ms - stretch.from_ms);
    complete["args"] = arguments_of(process, lane);
    events.push_back(std::move(complete));
  }
}

void add_mark(Json& events, const TimelineMark& mark, int track) {
  Json instant = event("i", mark.text, track);
  instant["cat"] = "event";
  instant["ts"] = microseconds(mark.t_ms);
  instant["s"] = "t";
  events.push_back(std::move(instant));
}

}  // namespace

Json trace_event(const Observation& seen) {
  const Timeline timeline = timeline_of(seen);
  const std::vector<int> tracks = track_numbers(seen.processes);
  Json events = Json::array();
  for (const Lane& lane : timeline.lanes) {
    const Process& process = seen.processes[lane.process];
    add_names(events, process, tracks[lane.process], lane.process);
    add_stretches(events, process, lane, tracks[lane.process]);
    for (const TimelineMark& mark : lane.marks)
      add_mark(events, mark, tracks[lane.process]);
  }
  for (const TimelineMark& mark : timeline.written) {
    if (!tracks.empty()) add_mark(events, mark, tracks.front());
  }
  return {{"traceEvents", std::move(events)},
          {"displayTimeUnit", "ms"},
          {"otherData", {{"level", std::string(to_string(seen.level))}}}};
}

}  // namespace harness
