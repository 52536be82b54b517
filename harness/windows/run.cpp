#include "windows/run.hpp"

#include <algorithm>
#include <optional>

#include "windows/output.hpp"
#include "windows/process_table.hpp"

namespace harness::windows {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds longest_silence{500};  // then it is looked whether a message was lost
constexpr DWORD no_zero_for_unix = 255;

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
bool watch(Job& job, ProcessTable& table, Limits& limits) {
  bool killed = false;
  bool timed_out = false;
  for (;;) {
    if (const auto message = job.next(limits.silence());
        message && message->kind != JobMessage::Kind::empty) {
      table.note(*message);
    } else {
      table.look();
    }
    if (table.has_all_ended() && job.pids().empty()) return timed_out;
    if (table.has_root_ended()) limits.root_has_ended();
    if (killed || (!limits.is_time_up() && !limits.is_grace_over())) continue;
    while (const auto message = job.next(milliseconds(0)))
      table.note(*message);
    table.look();
    timed_out = limits.is_time_up();
    table.mark_killed();
    job.kill(terminated_status);
    killed = true;
    limits = Limits({});
  }
}

}  // namespace

Observation run(const Options& options) {
  const Clock::time_point begin = Clock::now();
  Job job;
  Limits limits(options);
  Program program = start_program(options, job);
  const Output out(std::move(program.out), ::GetStdHandle(STD_OUTPUT_HANDLE), options.for_unix);
  const Output err(std::move(program.err), ::GetStdHandle(STD_ERROR_HANDLE), options.for_unix);
  ProcessTable table(job, program);
  Observation seen;
  seen.timed_out = watch(job, table, limits);
  seen.processes = table.processes();
  seen.wall_ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
  return seen;
}

DWORD status_of(const Observation& seen, bool for_unix) {
  const DWORD status = seen.processes.front().status.value_or(terminated_status);
  const bool would_be_zero = status != 0 && (status & 0xff) == 0;
  return for_unix && would_be_zero ? no_zero_for_unix : status;
}

}  // namespace harness::windows
