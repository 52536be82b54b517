#include "watch/process_table.hpp"

#include <algorithm>
#include <numeric>

namespace harness::watch {

Tracked& ProcessTable::add(pid_t pid, int parent) {
  const int number = static_cast<int>(processes_.size());
  by_pid_[pid] = number;
  Tracked& process = processes_.emplace_back();
  process.number = number;
  process.pid = pid;
  process.parent = parent;
  return process;
}

Tracked* ProcessTable::find(pid_t pid) {
  const auto found = by_pid_.find(pid);
  return found == by_pid_.end() ? nullptr : &at(found->second);
}

void ProcessTable::forget_pid(const Tracked& process) {
  const auto found = by_pid_.find(process.pid);
  if (found != by_pid_.end() && found->second == process.number) by_pid_.erase(found);
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

// The creator is who asked for the process, whichever server forked it.
bool ProcessTable::creator_ended(const Tracked& process) const {
  int creator = process.parent;
  while (creator >= 0 && processes_.at(static_cast<std::size_t>(creator)).is_helper()) {
    creator = processes_.at(static_cast<std::size_t>(creator)).parent;
  }
  return creator < 0 || processes_.at(static_cast<std::size_t>(creator)).ended;
}

int ProcessTable::orphans() const {
  return static_cast<int>(std::count_if(processes_.begin(), processes_.end(), [this](const Tracked& p) {
    return p.number != 0 && !p.dead && !p.is_helper() && creator_ended(p);
  }));
}

}  // namespace harness::watch
