#pragma once

#include <chrono>
#include <deque>

#include "windows/job.hpp"
#include "windows/process.hpp"
#include "windows/program.hpp"

namespace harness::windows {

/// Every process of a run, from what the job tells and from what is asked of each process while a handle
/// holds on to it. A process that has ended before it could be opened is known by its number alone, not by
/// its creator.
class ProcessTable {
 public:
  ProcessTable(const Job& job, const Program& program);

  void note(const JobMessage& message);
  /// Looks for what no message has told. Messages that wait are noted first: they are of what was.
  void look();

  bool has_root_ended() const { return processes_.front().end_ms.has_value(); }
  bool has_all_ended() const;
  /// Those that live will be killed; but for the root they are leaked.
  void mark_killed();

  std::vector<Process> processes() const { return {processes_.begin(), processes_.end()}; }

 private:
  void created(DWORD pid);
  void ended(std::size_t index);
  void read_missing_argv();
  std::optional<std::size_t> living(DWORD pid) const;
  double now_ms() const;

  const Job& job_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::deque<Process> processes_;
  std::deque<UniqueHandle> handles_;  ///< one of each process; empty where it could not be opened
};

}  // namespace harness::windows
