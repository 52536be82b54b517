#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_set>

#include "model/event.hpp"
#include "model/level.hpp"
#include "model/sandbox.hpp"
#include "watch/process_table.hpp"
#include "watch/shim/consumption.hpp"

namespace harness::watch {

/// Notices when a stranger's program passes one of its limits, while it runs and when it has ended. That the
/// kernel refuses what is beyond them (rlimits, sizes of file systems) is another's work.
class LimitKeeper {
 public:
  LimitKeeper(const Limits& limits, Level level, const std::string& disk)
      : limits_(limits), level_(level), consumption_(limits, disk) {}

  /// A signal is about to reach a process (level trace).
  void signalled(const Tracked& process, int signal);

  /// Which limit has been passed, if one has; `now_us` is that of the run.
  std::optional<Stopped> passed(const ProcessTable& processes, std::int64_t now_us);

  /// When passed() wants to be asked again.
  std::int64_t next_look_us() const { return next_look_us_; }

  /// The same when nobody is left: what shows in how the processes ended and in what they left.
  std::optional<Stopped> passed_by_the_end(std::span<const Event> events) const;

 private:
  std::optional<Stopped> shown_by(const Event& end) const;

  const Limits& limits_;
  Level level_;
  Consumption consumption_;
  std::optional<Stopped> by_signal_;
  std::unordered_set<int> forbidden_call_signals_;  // processes that somebody sent SIGSYS
  std::int64_t next_look_us_ = consumption_interval_us;
};

}  // namespace harness::watch
