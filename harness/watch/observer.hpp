#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "model/level.hpp"
#include "model/observation.hpp"
#include "watch/process_table.hpp"
#include "watch/program.hpp"
#include "watch/recorder.hpp"
#include "watch/write_tracer.hpp"

namespace harness::watch {

/// In the data of an epoll event: a seccomp filter has something to ask.
constexpr std::uint64_t notification_mark = std::uint64_t{1} << 33U;

/// In the data of an epoll event: the rest is the number of a process whose pidfd hung up.
constexpr std::uint64_t reaping_mark = std::uint64_t{1} << 32U;

/// What an observer works on; all of it belongs to the run.
struct RunContext {
  Recorder& recorder;
  ProcessTable& processes;
  /// Takes the output that is there, so that it stands before the event that follows.
  std::function<void()> drain_outputs;
  int epoll = -1;
  /// What a process wrote to a stream of the run; empty: nobody asks.
  std::function<void(int process, const WriteTracer::Written&)> wrote{};
  FileIdentity out{};
  FileIdentity err{};
  /// A signal is about to reach a process; empty: nobody asks. Told at level trace only.
  std::function<void(const Tracked&, int signal)> signalled{};
  int shake = 0;  ///< seed by which tasks are delayed, at level trace; 0: they are not
};

/// Follows the processes of one run at one level.
class Observer {
 public:
  virtual ~Observer() = default;

  /// Starts the program; a failure leaves no process.
  virtual std::optional<StartFailure> start(const Launch& launch) = 0;

  /// Takes wait statuses: all that there are, or so many that a program which makes processes without end
  /// cannot keep the run from looking at its limits. @return false when there is nobody left to wait for.
  virtual bool take_statuses() = 0;

  /// Whether there may be statuses that the last take_statuses() left.
  bool more_to_take() const { return more_to_take_; }

  /// The pidfd of process `number` hung up: it has been reaped.
  virtual void hung_up(int number) = 0;

  /// The observer's seccomp filter has something to ask.
  virtual void notified() {}

  /// Called when nothing has happened for a while, for what no event announces.
  virtual void settle() {}

  /// Whether settle() is needed soon.
  virtual bool unsettled() const { return false; }

  /// Takes up what it has put off and is due; when the next is due, in microseconds of the recorder's clock.
  virtual void take_up(std::int64_t /*now_us*/) {}
  virtual std::optional<std::int64_t> next_due_us() const { return std::nullopt; }

  /// Sends SIGKILL to every process of the run that it knows.
  virtual void kill_all() = 0;

 protected:
  static constexpr int statuses_at_a_time = 256;
  bool more_to_take_ = false;
};

using StartProgram =
    std::function<Started(const Launch&, const std::function<int(pid_t)>& attach, const Filter*)>;

/// Level trace: ptrace and pidfds.
/// @param start  How the program is started: it becomes the program when `attach` has been called with it.
std::unique_ptr<Observer> make_trace_observer(const RunContext& context, StartProgram start = start_program);

/// Level passive: seccomp notification and pidfds.
std::unique_ptr<Observer> make_passive_observer(const RunContext& context);

/// Levels adopt and root: the program and what the kernel hands to its subreaper.
std::unique_ptr<Observer> make_adopt_observer(const RunContext& context);

/// Why level trace is not to be had here, found by trying it; empty: it is.
std::string why_no_trace();

/// The same of level passive.
std::string why_no_passive();

}  // namespace harness::watch
