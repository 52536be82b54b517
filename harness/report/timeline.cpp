#include "report/timeline.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "record/happenings.hpp"
#include "report/process_words.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr double shortest_ms = 0.001;  // an axis needs some length

double end_of(const Observation& seen, const std::vector<Happening>& happenings) {
  double end = shortest_ms;
  for (const Happening& told : happenings)
    end = std::max(end, told.t_ms);
  for (const Process& process : seen.processes) {
    for (const auto& ms : {process.start_ms, process.end_ms, process.reaped_ms})
      end = std::max(end, ms.value_or(0));
  }
  return happenings.empty() || !seen.released.empty() ? std::max(end, seen.wall_ms) : end;
}

std::string output_words(const Event& event) {
  return harness::format("wrote {} {} to {}", event.length, event.length == 1 ? "byte" : "bytes",
                         event.stream == Stream::out ? "stdout" : "stderr");
}

MarkKind kind_of_end(const Process& process) {
  if (!process.end) return MarkKind::ended;
  if (std::holds_alternative<Killed>(*process.end)) return MarkKind::signalled;
  return std::get<Exited>(*process.end).status == 0 ? MarkKind::exited : MarkKind::failed;
}

std::optional<TimelineMark> mark_of(const Happening& told, const Process* process) {
  const Event& event = *told.event;
  switch (told.kind) {
    case HappeningKind::exec: {
      Process executed;
      executed.argv = event.argv;
      return TimelineMark{MarkKind::exec, told.t_ms, "exec " + command_of(executed)};
    }
    case HappeningKind::reaped:
      if (event.by == ReapedBy::adopter) return std::nullopt;
      return TimelineMark{MarkKind::reaped, told.t_ms, reaped_in_words(event.by)};
    case HappeningKind::output:
      return TimelineMark{event.stream == Stream::out ? MarkKind::out : MarkKind::err, told.t_ms,
                          output_words(event)};
    case HappeningKind::stopped:
      return TimelineMark{MarkKind::stopped, told.t_ms, "stopped by " + signal_name(event.signal)};
    case HappeningKind::continued:
      return TimelineMark{MarkKind::continued, told.t_ms, "continued"};
    case HappeningKind::leaked:
    case HappeningKind::killed:
      return TimelineMark{MarkKind::killed, told.t_ms, "killed by the harness"};
    case HappeningKind::exited:
      if (process == nullptr) return std::nullopt;
      return TimelineMark{kind_of_end(*process), told.t_ms, ending_of(*process)};
    case HappeningKind::created:
    case HappeningKind::orphaned:
    case HappeningKind::zombie:
      break;
  }
  return std::nullopt;
}

// The end of what the harness killed is told by that mark alone.
void add_mark(std::vector<TimelineMark>& marks, const TimelineMark& mark) {
  const bool told = mark.kind == MarkKind::ended && !marks.empty() && marks.back().kind == MarkKind::killed;
  if (!told) marks.push_back(mark);
}

// Where a life changes from one phase to the next.
struct Turn {
  double t_ms;
  enum class Kind { creator_ended, stopped, continued } kind;
};

std::vector<Turn> turns_of(const Process& process, const Process* creator,
                           const std::vector<TimelineMark>& marks) {
  std::vector<Turn> turns;
  const bool outlived = process.fate == Fate::orphaned || process.fate == Fate::leaked;
  if (outlived && creator != nullptr && creator->end_ms) {
    turns.push_back({*creator->end_ms, Turn::Kind::creator_ended});
  }
  for (const TimelineMark& mark : marks) {
    if (mark.kind == MarkKind::stopped) turns.push_back({mark.t_ms, Turn::Kind::stopped});
    if (mark.kind == MarkKind::continued) turns.push_back({mark.t_ms, Turn::Kind::continued});
  }
  std::stable_sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) { return a.t_ms < b.t_ms; });
  return turns;
}

void add_stretch(std::vector<Stretch>& stretches, Stretch stretch) {
  if (stretch.to_ms < stretch.from_ms) return;
  if (!stretches.empty() && stretches.back().phase == stretch.phase) {
    stretches.back().to_ms = stretch.to_ms;
  } else if (stretch.to_ms > stretch.from_ms || stretches.empty()) {
    stretches.push_back(stretch);
  }
}

void add_life(Lane& lane, const Process& process, const Process* creator, double end_ms) {
  const double end = std::max(process.end_ms.value_or(end_ms), *process.start_ms);
  bool orphaned = process.fate == Fate::orphaned && creator == nullptr;  // first seen as an orphan
  bool stopped = false;
  double from = *process.start_ms;
  const auto phase = [&] { return stopped ? Phase::stopped : orphaned ? Phase::orphaned : Phase::alive; };
  for (const Turn& turn : turns_of(process, creator, lane.marks)) {
    const double at = std::clamp(turn.t_ms, from, end);
    if (at > from) add_stretch(lane.stretches, {phase(), from, at});
    if (turn.kind == Turn::Kind::creator_ended) orphaned = true;
    if (turn.kind == Turn::Kind::stopped) stopped = true;
    if (turn.kind == Turn::Kind::continued) stopped = false;
    from = at;
  }
  add_stretch(lane.stretches, {phase(), from, end});
}

// How long it lay dead: until somebody waited for it, or to the end of the run.
void add_death(Lane& lane, const Process& process, double end_ms) {
  const bool waited_by_harness = process.fate == Fate::root || process.fate == Fate::leaked;
  if (waited_by_harness || !process.end_ms) return;
  const bool never = process.fate == Fate::zombie && !process.reaped_ms;
  const double to = never ? end_ms : process.reaped_ms.value_or(*process.end_ms);
  if (to > *process.end_ms) add_stretch(lane.stretches, {Phase::zombie, *process.end_ms, to});
}

}  // namespace

std::string_view to_string(Phase phase) {
  constexpr std::array<std::string_view, 4> words{"alive", "orphaned", "stopped", "zombie"};
  return words.at(static_cast<std::size_t>(phase));
}

Timeline timeline_of(const Observation& seen) {
  const std::vector<Happening> happenings = happenings_of(seen);
  Timeline timeline;
  timeline.end_ms = end_of(seen, happenings);
  std::map<std::string, std::size_t> places;
  for (std::size_t place = 0; place < seen.processes.size(); ++place) {
    places.emplace(seen.processes[place].id, place);
    timeline.lanes.push_back({place, {}, {}, {}, {}});
  }
  for (const Happening& told : happenings) {
    std::optional<TimelineMark> mark = mark_of(told, told.process ? &seen.processes[*told.process] : nullptr);
    if (told.process && told.kind == HappeningKind::reaped)
      timeline.lanes[*told.process].reaped_by = told.event->by;
    if (!mark) continue;
    if (told.process) {
      add_mark(timeline.lanes[*told.process].marks, *mark);
    } else if (told.kind == HappeningKind::output) {
      timeline.written.push_back(*mark);
    }
  }
  for (Lane& lane : timeline.lanes) {
    const Process& process = seen.processes[lane.process];
    const auto creator = process.parent ? places.find(*process.parent) : places.end();
    if (creator != places.end()) lane.creator = creator->second;
    if (!process.start_ms) continue;
    add_life(lane, process, lane.creator ? &seen.processes[*lane.creator] : nullptr, timeline.end_ms);
    add_death(lane, process, timeline.end_ms);
  }
  return timeline;
}

}  // namespace harness
