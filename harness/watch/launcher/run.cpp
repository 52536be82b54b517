#include "watch/launcher/run.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "watch/launcher/ending.hpp"
#include "watch/launcher/watcher.hpp"

namespace harness::launcher {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds longest_silence{500};  // then it is looked whether a message was lost
constexpr milliseconds until_killed_again{100};
constexpr Status no_zero_for_unix = 255;

/// When a run has to be over.
class Limits {
 public:
  explicit Limits(const Options& options) : grace_(options.grace) {
    if (options.limit) end_ = Clock::now() + *options.limit;
  }

  void root_has_ended() {
    if (!grace_end_) grace_end_ = Clock::now() + grace_;
  }
  bool is_time_up() const { return end_ && Clock::now() >= *end_; }
  bool is_grace_over() const { return grace_end_ && Clock::now() >= *grace_end_; }
  milliseconds silence() const {
    milliseconds least = longest_silence;
    for (const auto& moment : {end_, grace_end_}) {
      if (moment) least = std::min(least, std::chrono::ceil<milliseconds>(*moment - Clock::now()));
    }
    return std::max(least, milliseconds(0));
  }

 private:
  milliseconds grace_;
  std::optional<Clock::time_point> end_;
  std::optional<Clock::time_point> grace_end_;
};

/// @return  whether the time was up.
bool watch(Watcher& watcher, ProcessTable& table, Limits& limits) {
  bool killed = false;
  bool timed_out = false;
  for (;;) {
    watcher.look(killed ? until_killed_again : limits.silence());
    if (watcher.is_over()) return timed_out;
    if (killed) {
      watcher.kill();
      continue;
    }
    if (table.has_root_ended()) limits.root_has_ended();
    if (!limits.is_time_up() && !limits.is_grace_over()) continue;
    watcher.look(milliseconds(0));
    timed_out = limits.is_time_up();
    table.mark_killed();
    watcher.kill();
    killed = true;
  }
}

}  // namespace

Observation run(const Options& options) {
  const Clock::time_point begin = Clock::now();
  Limits limits(options);
  ProcessTable table(options.helper_marks);
  const std::unique_ptr<Watcher> watcher = start_watched(options, table);
  Observation seen;
  seen.timed_out = watch(*watcher, table, limits);
  seen.processes = table.told(waits_of_this_platform);
  seen.is_complete = table.is_complete();
  seen.wall_ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
  return seen;
}

Status status_of(const Observation& seen, bool for_unix) {
  const Status status = seen.processes.front().status.value_or(killed_status);
  const bool would_be_zero = status != 0 && (status & 0xff) == 0;
  return for_unix && would_be_zero ? no_zero_for_unix : status;
}

}  // namespace harness::launcher
