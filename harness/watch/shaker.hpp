#pragma once

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <optional>
#include <utility>

namespace harness::watch {

/// Delays the tasks of a traced run where another order of events begins: when they begin, make a process,
/// execute, wait and end. A seed decides by how much, so that the same seed brings the same delays back.
class Shaker {
 public:
  static constexpr std::int64_t longest_us = 30'000;

  enum class Moment : unsigned { begins, makes, executes, waits, ends };

  /// A stop of a task.
  struct Stop {
    pid_t task = 0;
    int status = 0;
    unsigned long message = 0;  ///< what the stop tells; a task that is killed meanwhile tells another
  };

  explicit Shaker(std::uint64_t seed) : seed_(seed) {}

  /// By how much `process` is delayed this time; half of the times 0. Each call is another time.
  std::int64_t delay_us(int process, Moment moment);

  /// Puts a stop off; one that the task was held at before is forgotten.
  void hold(Stop held, std::int64_t until_us);
  void forget(pid_t task);

  /// A stop whose time has come, taken out of those that are held.
  std::optional<Stop> next(std::int64_t now_us);
  std::optional<std::int64_t> next_due_us() const;

 private:
  std::uint64_t seed_;
  std::map<std::pair<int, Moment>, std::uint64_t> times_;
  std::multimap<std::int64_t, Stop> held_;
};

}  // namespace harness::watch
