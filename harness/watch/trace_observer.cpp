// Level trace: how this works.
//
// The program waits behind a gate until this process has attached to it with PTRACE_SEIZE; from then on the
// kernel attaches every process and thread that it makes. Each of them stops at fork, exec and exit, is
// looked at, and goes on. Only the thread that attached may do this, and nothing else in this process may
// wait for children.
//
//   created  the parent stops at its fork, the new task at its beginning; either may come first. A new task
//            tells itself whose it is, but for one whose parent was killed meanwhile: that waits in early_
//            for its maker's stop.
//   ended    the last thread stops at its exit (EVENT_EXIT). SIGKILL may skip that stop: then the status
//            tells, or a child that has another parent already.
//   dead     the status has been taken from the kernel; only now can the real parent see its zombie.
//   gone     the zombie has been reaped: its pidfd hangs up. One that became our own child delivers its
//            status a second time.
//
// Statuses do not come in the order in which things happened: of several that wait, the youngest process's
// comes first, and our own children's before all others'. Therefore every status is looked at before it is
// taken, while its task can still be asked.
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "watch/children.hpp"
#include "watch/observer.hpp"
#include "watch/shaker.hpp"
#include "watch/traced_processes.hpp"
#include "watch/tracing.hpp"

namespace harness::watch {
namespace {

// Where a task stands that could be delayed.
std::optional<Shaker::Moment> moment_of(int status) {
  switch (status >> 16) {
    case PTRACE_EVENT_FORK:
    case PTRACE_EVENT_VFORK:
    case PTRACE_EVENT_CLONE:
      return Shaker::Moment::makes;
    case PTRACE_EVENT_EXEC:
      return Shaker::Moment::executes;
    case PTRACE_EVENT_SECCOMP:
      return Shaker::Moment::waits;
    case PTRACE_EVENT_EXIT:
      return Shaker::Moment::ends;
    case PTRACE_EVENT_STOP:
      return stops_a_group(WSTOPSIG(status)) ? std::nullopt : std::optional(Shaker::Moment::begins);
    default:
      return std::nullopt;
  }
}

bool has_message(int status) {
  const int event = status >> 16;
  return event >= PTRACE_EVENT_FORK && event <= PTRACE_EVENT_EXIT && event != PTRACE_EVENT_VFORK_DONE;
}

struct Task {
  int process = 0;
  bool ending = false;
};

class TraceObserver : public Observer {
 public:
  TraceObserver(const RunContext& context, StartProgram start)
      : run_(context),
        start_program_(std::move(start)),
        processes_(context),
        writes_(context.out, context.err) {
    if (context.shake != 0) shaker_.emplace(static_cast<std::uint64_t>(context.shake));
  }

  std::optional<StartFailure> start(const Launch& launch) override {
    const Filter filter{run_.wrote ? &write_filter() : &wait_filter()};
    Started started = start_program_(launch, seize, run_.wrote || shaker_ ? &filter : nullptr);
    if (started.failure) return started.failure;
    report_ = std::move(started.report);
    tasks_[started.pid] = {processes_.begin(started.pid).number};
    return wait_until_program(started.pid);
  }

  bool take_statuses() override {
    more_to_take_ = false;
    for (int taken = 0; taken < statuses_at_a_time; ++taken) {
      siginfo_t next{};
      if (::waitid(P_ALL, 0, &next, WEXITED | WNOHANG | WNOWAIT | __WALL) != 0) return errno != ECHILD;
      if (next.si_pid == 0) return true;
      look_at(next.si_pid, next.si_code == CLD_TRAPPED);
      int status = 0;
      rusage usage{};
      if (::wait4(next.si_pid, &status, WNOHANG | __WALL, &usage) == next.si_pid)
        take(next.si_pid, status, usage);
    }
    more_to_take_ = true;
    return true;
  }

  void hung_up(int number) override { processes_.reaped(run_.processes.at(number)); }

  // Those whose maker was killed before it could tell, and what escaped the tracing.
  void settle() override {
    for (const auto& [task, status] : std::exchange(early_, {})) {
      add_process(task, -1, 0);
      take(task, status, {});
    }
    for (const pid_t pid : own_children()) {
      if (run_.processes.find(pid) == nullptr) processes_.adopt_escaped(pid);
    }
  }

  bool unsettled() const override { return !early_.empty(); }

  void take_up(std::int64_t now_us) override {
    if (!shaker_) return;
    while (const std::optional<Shaker::Stop> due = shaker_->next(now_us)) {
      if (tasks_.contains(due->task)) go_on(*due);
    }
  }

  std::optional<std::int64_t> next_due_us() const override {
    return shaker_ ? shaker_->next_due_us() : std::nullopt;
  }

  void kill_all() override {
    take_up(std::numeric_limits<std::int64_t>::max());
    shaker_.reset();
    for (const Tracked& process : run_.processes.all()) {
      if (!process.dead) ::kill(process.pid, SIGKILL);
    }
    for (const pid_t pid : own_children())
      ::kill(pid, SIGKILL);
  }

 private:
  // Until the exec (or the end without one) nothing but this one process exists.
  std::optional<StartFailure> wait_until_program(pid_t pid) {
    while (true) {
      int status = 0;
      rusage usage{};
      if (::wait4(pid, &status, __WALL, &usage) < 0) {
        if (errno == EINTR) continue;
        return StartFailure{"wait for the program", errno};
      }
      take(pid, status, usage);
      if (WIFEXITED(status) || WIFSIGNALED(status)) {
        std::optional<StartFailure> failure = read_failure(report_);
        return failure ? failure : StartFailure{"become the program", ECHILD};
      }
      if (status >> 16 == PTRACE_EVENT_EXEC) return std::nullopt;
    }
  }

  // A task that has something to tell, before it is heard.
  void look_at(pid_t task, bool alive) {
    if (tasks_.contains(task)) return;
    const Tracked* const process = run_.processes.find(task);
    if (process == nullptr || alive) {  // or a former process's number, given away again
      introduce(task);
    } else if (process->dead) {
      processes_.parent_has_ended(*process);  // or it would not be for us to reap
    }
  }

  // @return whether it could be told whose the task is.
  bool introduce(pid_t task) {
    const std::optional<Lineage> lineage = lineage_of(task);
    if (!lineage) return false;
    const bool thread = lineage->process != task;
    const Tracked* const kin = run_.processes.find(thread ? lineage->process : lineage->parent);
    if (kin == nullptr) {
      if (lineage->tracer == 0) processes_.adopt_escaped(task);
      return lineage->tracer == 0;
    }
    if (thread) {
      add_thread(kin->number, task);
    } else {
      // With CLONE_PARENT this is not its maker: the parent counts as its creator.
      add_process(task, kin->number, lineage->parent);
    }
    untold_.insert(task);
    return true;
  }

  void take(pid_t task, int status, const rusage& usage) {
    if (!tasks_.contains(task) && run_.processes.find(task) == nullptr) {
      early_[task] = status;
    } else if (WIFSTOPPED(status)) {
      stopped(task, status);
    } else {
      ended_for_good(task, status, usage);
    }
  }

  void stopped(pid_t task, int status) {
    const auto known = tasks_.find(task);
    if (known == tasks_.end()) return resume(task);
    const Shaker::Stop stop{task, status, has_message(status) ? event_message(task) : 0};
    if (!is_put_off(known->second, stop)) go_on(stop);
  }

  bool is_put_off(const Task& known, const Shaker::Stop& stop) {
    const std::optional<Shaker::Moment> moment = shaker_ ? moment_of(stop.status) : std::nullopt;
    const std::int64_t delay = moment ? shaker_->delay_us(known.process, *moment) : 0;
    if (delay > 0) shaker_->hold(stop, run_.recorder.now_us() + delay);
    return delay > 0;
  }

  // What a stop tells, of a task that is known; then the task goes on.
  void go_on(const Shaker::Stop& stop) {
    const auto& [task, status, message] = stop;
    const auto known = tasks_.find(task);
    Tracked& process = run_.processes.at(known->second.process);
    switch (status >> 16) {
      case PTRACE_EVENT_FORK:
      case PTRACE_EVENT_VFORK:
      case PTRACE_EVENT_CLONE:
        made(process, static_cast<pid_t>(message));
        break;
      case PTRACE_EVENT_EXEC:
        executed(process, static_cast<pid_t>(message));
        break;
      case PTRACE_EVENT_EXIT:
        task_ending(known->second, process, static_cast<int>(message));
        break;
      case PTRACE_EVENT_STOP:
        if (stops_a_group(WSTOPSIG(status))) {
          processes_.stopped(process, WSTOPSIG(status));
          return leave_stopped(task);
        }
        processes_.continued(process);
        break;
      case PTRACE_EVENT_SECCOMP:
        if (!run_.wrote) break;
        about_to_write(task);
        return;
      default:
        if (WSTOPSIG(status) == call_stop) return call_ended(task, process);
        if (run_.signalled) run_.signalled(process, WSTOPSIG(status));
        return resume(task, WSTOPSIG(status));
    }
    resume(task);
  }

  // ---- who writes what

  void about_to_write(pid_t task) {
    switch (writes_.about_to_write(task)) {
      case WriteTracer::Next::run:
        return resume(task);
      case WriteTracer::Next::run_to_end_of_call:
        return run_to_end_of_call(task);
      case WriteTracer::Next::wait:
        return;
    }
  }

  void call_ended(pid_t task, const Tracked& process) {
    if (const std::optional<WriteTracer::Written> written = writes_.wrote(task)) {
      run_.wrote(process.number, *written);
    }
    resume(task);
    let_next_write();
  }

  void let_next_write() {
    while (const std::optional<pid_t> next = writes_.next_waiting())
      run_to_end_of_call(*next);
  }

  void forget_write(pid_t task) {
    writes_.forget(task);
    let_next_write();
  }

  // ---- processes and threads

  // A process or a thread has been made.
  void made(const Tracked& maker, pid_t task) {
    if (task == 0 || untold_.erase(task) > 0) return;  // 0: it was killed before it could be asked
    const auto early = early_.find(task);
    if (early == early_.end() && introduce(task)) {
      untold_.erase(task);
      return;
    }
    add_process(task, maker.number, 0);
    if (early == early_.end()) return;
    const int status = early->second;
    early_.erase(early);
    take(task, status, {});
  }

  void add_thread(int process, pid_t task) {
    tasks_[task] = {process};
    ++run_.processes.at(process).threads;
  }

  void add_process(pid_t pid, int parent, pid_t kernel_parent) {
    tasks_[pid] = {processes_.create(pid, parent, kernel_parent).number};
  }

  // The other threads are gone, and the one that executed has taken the leader's number.
  void executed(Tracked& process, pid_t former) {
    if (former != process.pid) {
      tasks_.erase(former);
      process.threads = 1;
    }
    tasks_[process.pid] = {process.number};
    processes_.executed(process);
  }

  void task_ending(Task& task, Tracked& process, int status) {
    if (std::exchange(task.ending, true)) return;
    if (--process.threads == 0) processes_.ending(process, status);
  }

  void ended_for_good(pid_t task, int status, const rusage& usage) {
    forget_write(task);
    if (shaker_) shaker_->forget(task);
    Tracked* process = run_.processes.find(task);
    const auto known = tasks_.find(task);
    if (process != nullptr && process->dead)
      return processes_.reaped(*process);  // the second time: it had become our child
    if (process == nullptr) return thread_ended(known);
    if (known != tasks_.end()) tasks_.erase(known);
    processes_.dead(*process, status, usage);
  }

  void thread_ended(std::unordered_map<pid_t, Task>::iterator task) {
    Tracked& process = run_.processes.at(task->second.process);
    if (!task->second.ending) --process.threads;
    tasks_.erase(task);
  }

  RunContext run_;
  StartProgram start_program_;
  TracedProcesses processes_;
  WriteTracer writes_;
  std::optional<Shaker> shaker_;
  UniqueFd report_;
  std::unordered_map<pid_t, Task> tasks_;
  std::unordered_set<pid_t> untold_;      // told of themselves before their maker did
  std::unordered_map<pid_t, int> early_;  // the first status of those that could not
};

}  // namespace

std::unique_ptr<Observer> make_trace_observer(const RunContext& context, StartProgram start) {
  return std::make_unique<TraceObserver>(context, std::move(start));
}

}  // namespace harness::watch
