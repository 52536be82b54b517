#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

namespace harness {

/// Decides when the next run may start, so that programs that sleep overlap freely while those that compute
/// do not pile up: a start is admitted while the processor time that the runs started so far are expected to
/// want still fits the processors.
///
/// Pure: time is what the caller says it is, in microseconds.
class Pacing {
 public:
  /// @param processors  How many run at once, at least 1.
  explicit Pacing(int processors);

  /// Microseconds until another run may start; 0: now.
  std::int64_t delay_us(std::int64_t now_us);

  /// A run of this kind starts.
  void started(const std::string& kind, std::int64_t now_us);

  /// A run of this kind has ended and took this much processor time.
  void finished(const std::string& kind, std::int64_t cpu_us);

  /// What a run of this kind is expected to take.
  std::int64_t expected_us(const std::string& kind) const;

 private:
  void work_off(std::int64_t now_us);

  std::int64_t processors_;
  std::int64_t backlog_us_ = 0;  // of processor time, worked off by all processors together
  std::int64_t last_us_ = 0;
  std::unordered_map<std::string, std::int64_t> expected_;
};

}  // namespace harness
