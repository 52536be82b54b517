#include "watch/launcher/run.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "watch/launcher/ending.hpp"
#include "watch/launcher/watcher.hpp"

namespace harness::watch {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds longest_silence{500};  // then it is looked whether a message was lost
constexpr milliseconds until_killed_again{100};

/// When a run has to be over.
class TimeLimits {
 public:
  explicit TimeLimits(const Options& options) : grace_(options.grace) {
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

/// Processes that live, but for the program: to be killed, they have leaked.
void mark_leaks(ProcessTable& table, Recorder& recorder, wire::RunReport& report) {
  for (const Tracked& process : table.all()) {
    if (process.ended) continue;
    recorder.add({.kind = EventKind::killed, .process = process.number});
    if (process.number != 0) report.leaked.push_back(process.number);
  }
}

void watch(Watcher& watcher, ProcessTable& table, Recorder& recorder, TimeLimits& limits,
           wire::RunReport& report) {
  bool killed = false;
  for (;;) {
    watcher.look(killed ? until_killed_again : limits.silence());
    if (watcher.is_over()) return;
    if (killed) {
      watcher.kill();
      continue;
    }
    if (table.at(0).ended) limits.root_has_ended();
    if (!limits.is_time_up() && !limits.is_grace_over()) continue;
    watcher.look(milliseconds(0));
    if (limits.is_time_up()) report.stopped = Stopped::time_limit;
    mark_leaks(table, recorder, report);
    watcher.kill();
    killed = true;
  }
}

}  // namespace

wire::RunReport run(const Options& options) {
  TimeLimits limits(options);
  Recorder recorder;
  recorder.begin();
  ProcessTable table(recorder, options.helper_marks);
  wire::RunReport report;
  report.level = Level::job;
  report.reaps = reaps_seen_here;
  const std::unique_ptr<Watcher> watcher = start_watched(options, table);
  watch(*watcher, table, recorder, limits, report);
  report.is_complete = watcher->is_complete();
  table.list_helpers(report);
  report.wall_us = recorder.now_us();
  report.events = recorder.take();
  return report;
}

Ending ending_of_program(const wire::RunReport& report) {
  const auto end = std::ranges::find_if(report.events, [](const Event& event) {
    return event.kind == EventKind::exited && event.process == 0 && event.signal != unknown_ending;
  });
  return end == report.events.end() ? killed_ending : end->end;
}

}  // namespace harness::watch
