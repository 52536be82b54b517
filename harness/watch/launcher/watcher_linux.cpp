// How this works. The program is traced (ptrace(2)), and whatever it makes is traced from its first moment.
// Each task, a process or a thread, stops where it is made, executes and ends, is looked at, and goes on. The
// launcher is a subreaper: what nobody has waited for becomes its child when the creator has ended, and gives
// its status a second time then.
//
// Statuses of several tasks come in no order, but a task that stands at its end holds nobody up and tells
// nobody of it before it goes on. SIGKILL may skip that stop: then the status tells, or a child that has
// another parent already. Who is killed where it could not tell yet what it has made leaves that without a
// creator.
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <map>
#include <sstream>
#include <system_error>

#include "watch/launcher/arguments.hpp"
#include "watch/launcher/held_program.hpp"
#include "watch/launcher/stop_signals.hpp"
#include "watch/launcher/watcher.hpp"

namespace harness::launcher {
namespace {

constexpr long trace_options = PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE |
                               PTRACE_O_TRACEEXEC | PTRACE_O_TRACEEXIT | PTRACE_O_EXITKILL;
constexpr std::chrono::milliseconds until_killed_again{10};

[[noreturn]] void throw_errno(const char* step) {
  throw std::system_error(errno, std::generic_category(), step);
}

/// The number behind "NAME:" in what /proc tells of a task; 0 where there is none.
pid_t number_of(pid_t task, const std::string& name) {
  std::ifstream file("/proc/" + std::to_string(task) + "/status");
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string key;
    pid_t number = 0;
    if (words >> key >> number && key == name + ":") return number;
  }
  return 0;
}

unsigned long message_of(pid_t task) {
  unsigned long message = 0;
  ::ptrace(PTRACE_GETEVENTMSG, task, nullptr, &message);
  return message;
}

void go_on(pid_t task, int signal = 0) {
  ::ptrace(PTRACE_CONT, task, nullptr, static_cast<long>(signal));
}

bool stops_a_group(int signal) {
  return signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU;
}

class TracingWatcher : public Watcher {
 public:
  TracingWatcher(const Options& options, ProcessTable& table) : table_(table) {
    if (::prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) throw_errno("become a subreaper");
    HeldProgram program(options.program, signals_.before());
    if (::ptrace(PTRACE_SEIZE, program.pid(), nullptr, trace_options) != 0) throw_errno("trace the program");
    tasks_[program.pid()] = {table_.created(program.pid(), std::nullopt)};
    table_.executed(0, options.program);
    is_over_ = false;
    try {
      program.let_go();
    } catch (...) {
      end_all();
      throw;
    }
  }

  ~TracingWatcher() override { end_all(); }

  void look(std::chrono::milliseconds limit) override {
    table_.begin_look();
    take_statuses();
    if (is_over_) return;
    wait(limit);
    take_statuses();
  }

  bool is_over() const override { return is_over_; }

  void kill() override {
    for (std::size_t place = 0; place < table_.size(); ++place) {
      if (!table_.has_ended(place)) ::kill(static_cast<pid_t>(table_.at(place).pid), SIGKILL);
    }
  }

 private:
  struct Task {
    std::size_t process = 0;
    bool is_ending = false;
  };

  void wait(std::chrono::milliseconds limit) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limit);
    const timespec time{seconds.count(), static_cast<long>((limit - seconds).count()) * 1'000'000};
    throw_if_asked_to_stop(::sigtimedwait(&signals_.held(), nullptr, &time));
  }

  void end_all() noexcept {
    while (!is_over_) {
      kill();
      take_statuses();
      const timespec moment{0, std::chrono::nanoseconds(until_killed_again).count()};
      if (!is_over_) ::sigtimedwait(&signals_.held(), nullptr, &moment);
    }
  }

  void take_statuses() {
    siginfo_t next{};
    while (::waitid(P_ALL, 0, &next, WEXITED | WNOHANG | WNOWAIT | __WALL) == 0) {
      if (next.si_pid == 0) return;
      look_at(next.si_pid);  // while it can still be asked
      int status = 0;
      if (::waitpid(next.si_pid, &status, WNOHANG | __WALL) == next.si_pid) take(next.si_pid, status);
      next = {};
    }
    is_over_ = errno == ECHILD;
  }

  void look_at(pid_t task) {
    const auto known = tasks_.find(task);
    if (known == tasks_.end()) return introduce(task, std::nullopt);
    creator_must_have_ended(known->second.process);
  }

  void take(pid_t task, int status) {
    if (WIFSTOPPED(status)) return stopped(task, status);
    const auto known = tasks_.find(task);
    if (known == tasks_.end()) {
      if (const auto process = table_.latest(task)) table_.left(*process);
      return;
    }
    const std::size_t process = known->second.process;
    tasks_.erase(known);
    if (table_.at(process).pid != task) return;
    if (!table_.has_ended(process)) table_.ended(process, std::nullopt);
    table_.tell_status(process, static_cast<Status>(status));
  }

  void stopped(pid_t task, int status) {
    const auto known = tasks_.find(task);
    if (known == tasks_.end()) return go_on(task);
    switch (status >> 16) {
      case PTRACE_EVENT_FORK:
      case PTRACE_EVENT_VFORK:
      case PTRACE_EVENT_CLONE:
        introduce(static_cast<pid_t>(message_of(task)), known->second.process);
        break;
      case PTRACE_EVENT_EXEC:
        executed(known->second.process);
        break;
      case PTRACE_EVENT_EXIT:
        ending(known->second, static_cast<Status>(message_of(task)));
        break;
      case PTRACE_EVENT_STOP:
        if (!stops_a_group(WSTOPSIG(status))) break;
        ::ptrace(PTRACE_LISTEN, task, nullptr, nullptr);
        return;
      default:
        return go_on(task, WSTOPSIG(status));
    }
    go_on(task);
  }

  // A task that is new: its maker tells of it or it comes itself, whichever is first. Who made it is asked of
  // the system, since it may have been made in the name of another (CLONE_PARENT).
  void introduce(pid_t task, std::optional<std::size_t> maker) {
    if (task == 0 || tasks_.contains(task)) return;
    const pid_t process = number_of(task, "Tgid");
    if (process == 0 || (process == task && was_known(task))) return;
    if (process != task) {
      if (const auto place = table_.living(process)) tasks_[task] = {*place};
      return;
    }
    const auto parent = table_.living(number_of(task, "PPid"));
    tasks_[task] = {table_.created(task, parent ? parent : maker)};
  }

  // Dead already, its status taken as a tracer takes it: now it comes to its new parent.
  bool was_known(pid_t pid) const {
    const auto place = table_.latest(pid);
    return place && table_.has_ended(*place) && number_of(pid, "TracerPid") == 0;
  }

  // The other threads are gone, and the one that executed has the number of the process now.
  void executed(std::size_t process) {
    std::erase_if(tasks_, [&](const auto& task) { return task.second.process == process; });
    const auto pid = static_cast<pid_t>(table_.at(process).pid);
    tasks_[pid] = {process};
    table_.executed(process, arguments_of(pid));
  }

  void ending(Task& task, Status status) {
    task.is_ending = true;
    const bool is_last = std::ranges::none_of(tasks_, [&](const auto& other) {
      return other.second.process == task.process && !other.second.is_ending;
    });
    if (!is_last || table_.has_ended(task.process)) return;
    table_.ended(task.process, status);
  }

  // Where the process has another parent than the one that made it.
  void creator_must_have_ended(std::size_t process) {
    const auto creator = table_.creator_of(process);
    if (!creator || table_.has_ended(*creator)) return;
    if (number_of(static_cast<pid_t>(table_.at(process).pid), "PPid") != ::getpid()) return;
    table_.ended(*creator, std::nullopt);  // its status comes yet
  }

  ProcessTable& table_;
  HeldSignals signals_{SIGCHLD};
  std::map<pid_t, Task> tasks_;
  bool is_over_ = true;
};

}  // namespace

const Waits waits_of_this_platform = Waits::seen;

std::unique_ptr<Watcher> start_watched(const Options& options, ProcessTable& table) {
  return std::make_unique<TracingWatcher>(options, table);
}

}  // namespace harness::launcher
