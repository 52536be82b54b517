#include "watch/process_table.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "watch/creator.hpp"

namespace harness::watch {

Tracked& ProcessTable::created(pid_t pid, int parent, EventKind how) {
  const int number = static_cast<int>(processes_.size());
  by_pid_[pid] = number;
  Tracked& process = processes_.emplace_back();
  process.number = number;
  process.pid = pid;
  process.parent = parent;
  recorder_.add({.kind = how, .process = number, .parent = parent, .pid = pid});
  return process;
}

void ProcessTable::executed(Tracked& process, std::vector<std::string> argv) {
  if (process.number != 0) process.helper_kind = helper_kind_of(argv);
  recorder_.add({.kind = EventKind::exec, .process = process.number, .argv = std::move(argv)});
}

Event& ProcessTable::ended(Tracked& process, const std::optional<Ending>& end) {
  process.ended = true;
  process.end_event = recorder_.add({.kind = EventKind::exited,
                                     .process = process.number,
                                     .end = end.value_or(Ending()),
                                     .signal = end ? 0 : unknown_ending,
                                     .look = look_});
  return recorder_.at(process.end_event);
}

Event& ProcessTable::learn_end(const Tracked& process, const Ending& end) {
  Event& event = recorder_.at(process.end_event);
  event.end = end;
  event.signal = 0;
  return event;
}

void ProcessTable::reaped(Tracked& process, ReapedBy by) {
  process.dead = process.gone = true;
  process.pidfd.reset();
  const auto found = by_pid_.find(process.pid);
  if (found != by_pid_.end() && found->second == process.number) by_pid_.erase(found);
  recorder_.add({.kind = EventKind::reaped, .process = process.number, .by = by});
}

Tracked* ProcessTable::find(pid_t pid) {
  const auto found = by_pid_.find(pid);
  return found == by_pid_.end() ? nullptr : &at(found->second);
}

Tracked* ProcessTable::living(pid_t pid) {
  Tracked* const process = find(pid);
  return process != nullptr && !process->ended ? process : nullptr;
}

bool ProcessTable::have_all_ended() const {
  return std::all_of(processes_.begin(), processes_.end(), [](const Tracked& p) { return p.ended; });
}

void ProcessTable::list_helpers(wire::RunReport& report) const {
  for (const Tracked& process : processes_) {
    if (process.is_helper()) report.helpers.push_back(process.number);
    if (process.helper_kind == HelperKind::alike) report.guessed_helpers.push_back(process.number);
  }
}

int ProcessTable::live() const {
  return static_cast<int>(
      std::count_if(processes_.begin(), processes_.end(), [](const Tracked& p) { return !p.dead; }));
}

int ProcessTable::live_tasks() const {
  return std::accumulate(processes_.begin(), processes_.end(), 0, [](int sum, const Tracked& p) {
    return p.dead ? sum : sum + std::max(p.threads, 1);
  });
}

int ProcessTable::live_helpers() const {
  return static_cast<int>(std::count_if(processes_.begin(), processes_.end(),
                                        [](const Tracked& p) { return !p.dead && p.is_helper(); }));
}

bool ProcessTable::creator_ended(const Tracked& process) const {
  const auto at = [this](int number) -> const Tracked& {
    return processes_.at(static_cast<std::size_t>(number));
  };
  const int creator = creator_of(process.number, at);
  return creator < 0 || at(creator).ended;
}

int ProcessTable::orphans() const {
  return static_cast<int>(std::count_if(processes_.begin(), processes_.end(), [this](const Tracked& p) {
    return p.number != 0 && !p.dead && !p.is_helper() && creator_ended(p);
  }));
}

}  // namespace harness::watch
