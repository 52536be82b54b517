// Level passive: how this works.
//
// The program carries a seccomp filter that asks this process before a process is made, executes, ends, is
// sent a signal or waited for; the caller waits while we look, and then goes on as if nobody had. No ptrace
// is involved: a program may trace its own processes, and a leak checker works.
//
//   created  a process is seen at its first such call, or when its parent waits or sends a signal, and with
//            it every older child of its parent, in the order in which /proc lists them.
//   exec     is asked for before it happens; that it did shows at the next call, by another stack.
//   ended    exit_group, or exit of the last thread, is asked for. A signal's end asks nobody: then the pidfd
//            becomes readable, and the status is learned when the process is reaped (Linux 6.15).
//   reaped   the pidfd hangs up.
//
// Stops by signals are not seen; a process that a stranger, the kernel or its own fault kills before its
// first call, and whose parent does not wait for it, can be missed.
#include <poll.h>
#include <sched.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <unordered_map>

#include "support/errors.hpp"
#include "watch/children.hpp"
#include "watch/cpu_time.hpp"
#include "watch/first_in_line.hpp"
#include "watch/notify_filter.hpp"
#include "watch/observer.hpp"
#include "watch/pidfd_info.hpp"

namespace harness::watch {
namespace {

// What distinguishes one program image of a process from the next.
struct Image {
  unsigned long stack = 0;
  pid_t executing = 0;             // the task that has asked to execute; 0: none
  bool leak_checker_next = false;  // its next child is a sanitizer's, not the program's
};

bool makes_process(int call) {
  switch (call) {
    case SYS_clone:
    case SYS_clone3:
#ifdef SYS_fork
    case SYS_fork:
#endif
#ifdef SYS_vfork
    case SYS_vfork:
#endif
      return true;
    default:
      return false;
  }
}

bool waits(int call) {
  return call == SYS_wait4 || call == SYS_waitid;
}

bool sends_signal(int call) {
  switch (call) {
    case SYS_kill:
    case SYS_tkill:
    case SYS_tgkill:
    case SYS_rt_sigqueueinfo:
    case SYS_rt_tgsigqueueinfo:
    case SYS_pidfd_send_signal:
      return true;
    default:
      return false;
  }
}

// LeakSanitizer looks at its process from a helper made in this way.
bool makes_leak_checker(const seccomp_data& call) {
  constexpr std::uint64_t marks = CLONE_VM | CLONE_UNTRACED;
  return call.nr == SYS_clone && (call.args[0] & marks) == marks &&
         (call.args[0] & (CLONE_VFORK | CLONE_THREAD)) == 0;
}

constexpr int everybody = -1;  // in place of a process's number

class PassiveObserver : public Observer {
 public:
  explicit PassiveObserver(const RunContext& context) : run_(context) {}

  std::optional<StartFailure> start(const Launch& launch) override {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
      return StartFailure{"socketpair", errno};
    const UniqueFd near(ends[0]);
    UniqueFd far(ends[1]);
    const Filter filter{&lifecycle_filter(), far.get()};
    Started started = start_program(
        launch, [](pid_t) { return 0; }, &filter);
    far.reset();
    if (started.failure) return started.failure;
    Tracked& root = add_process(started.pid, -1);
    listener_ = receive_descriptor(near.get());
    if (!listener_) return give_up_start(started);
    wake_at_once(listener_.get());
    listen(listener_.get(), EPOLLIN, notification_mark);
    const std::optional<seccomp_notif> exec = wait_for_notification();
    if (!exec) return give_up_start(started);
    let_pass(listener_.get(), *exec);
    std::optional<StartFailure> failure = read_failure(started.report);  // closed by a successful exec
    if (failure) return let_end(started.pid, *failure);
    record_exec(root);
    return std::nullopt;
  }

  bool take_statuses() override {
    more_to_take_ = false;
    for (int taken = 0; taken < statuses_at_a_time; ++taken) {
      int status = 0;
      rusage usage{};
      const pid_t pid = ::wait4(-1, &status, WNOHANG, &usage);
      if (pid < 0) return errno != ECHILD;
      if (pid == 0) return true;
      Tracked* known = run_.processes.find(pid);
      Tracked& process = known != nullptr ? *known : add_process(pid, -1);
      record_end_of_parent(process);  // or it would not be ours to wait for
      if (!process.ended) record_end(process);
      run_.recorder.at(process.end_event).cpu_us = cpu_us_of(usage);
      gone(process, status, ReapedBy::adopter);
    }
    more_to_take_ = true;
    return true;
  }

  // The pidfd is readable when the process has ended, and hangs up when it has been reaped.
  void hung_up(int number) override {
    Tracked& process = run_.processes.at(number);
    if (process.gone) return;
    if (!process.ended) record_end(process);
    if (has_been_reaped(process.pidfd)) return reaped_by_somebody(process);
    process.dead = true;
    epoll_event event{};
    event.data.u64 = static_cast<std::uint64_t>(number) | reaping_mark;
    ::epoll_ctl(run_.epoll, EPOLL_CTL_MOD, process.pidfd.get(), &event);
  }

  void notified() override {
    int looked_at = 0;
    while (looked_at < statuses_at_a_time) {
      const std::optional<seccomp_notif> call = next_notification(listener_.get());
      if (!call) break;
      ++looked_at;
      look_at(*call);
      let_pass(listener_.get(), *call);
    }
    if (looked_at > 0) return;
    pollfd poll{listener_.get(), 0, 0};  // nobody is left whom the filter binds
    if (::poll(&poll, 1, 0) == 1 && (poll.revents & POLLHUP) != 0)
      ::epoll_ctl(run_.epoll, EPOLL_CTL_DEL, listener_.get(), nullptr);
  }

  void settle() override {
    for (const pid_t pid : own_children()) {
      if (run_.processes.find(pid) == nullptr) add_process(pid, -1);
    }
  }

  void kill_all() override {
    for (const Tracked& process : run_.processes.all()) {
      if (!process.dead && process.pidfd)
        ::syscall(SYS_pidfd_send_signal, process.pidfd.get(), SIGKILL, nullptr, 0);
    }
    for (const pid_t pid : own_children())
      ::kill(pid, SIGKILL);
  }

 private:
  // ---- starting

  std::optional<seccomp_notif> wait_for_notification() {
    while (true) {
      pollfd poll{listener_.get(), POLLIN, 0};
      if (::poll(&poll, 1, -1) < 0 && errno == EINTR) continue;
      if ((poll.revents & POLLIN) == 0) return std::nullopt;
      if (std::optional<seccomp_notif> call = next_notification(listener_.get())) return call;
    }
  }

  std::optional<StartFailure> give_up_start(const Started& started) {
    const std::optional<StartFailure> failure = read_failure(started.report);
    ::kill(started.pid, SIGKILL);
    ::waitpid(started.pid, nullptr, 0);
    return failure ? failure : StartFailure{"install the observer's filter", EPROTO};
  }

  // Its _exit asks too.
  StartFailure let_end(pid_t pid, const StartFailure& failure) {
    while (const std::optional<seccomp_notif> call = wait_for_notification())
      let_pass(listener_.get(), *call);
    ::waitpid(pid, nullptr, 0);
    return failure;
  }

  void listen(int fd, unsigned events, std::uint64_t mark) {
    epoll_event event{};
    event.events = events;
    event.data.u64 = mark;
    ::epoll_ctl(run_.epoll, EPOLL_CTL_ADD, fd, &event);
  }

  // ---- what a call tells

  void look_at(const seccomp_notif& call) {
    const auto task = static_cast<pid_t>(call.pid);
    Tracked* process = process_of(task);
    if (process == nullptr) return;
    run_.drain_outputs();
    Image& image = images_[process->number];
    const int number = call.data.nr;
    if (image.executing != 0) confirm_exec(*process, image, task);
    if (makes_process(number)) {
      image.leak_checker_next = makes_leak_checker(call.data);
    } else if (number == SYS_execve || number == SYS_execveat) {
      image.executing = task;
    } else if (waits(number)) {
      add_children(*process);
    } else if (sends_signal(number)) {
      add_receivers(*process, call.data);
    } else if (number == SYS_exit_group || (number == SYS_exit && is_last_thread(process->pid))) {
      ending(*process, static_cast<int>(call.data.args[0] & 0xFFU));
    }
  }

  Tracked* process_of(pid_t task) {
    if (Tracked* known = run_.processes.find(task)) return known;
    const pid_t pid = process_of_task(task);
    if (pid <= 0) return nullptr;
    if (Tracked* known = run_.processes.find(pid)) return known;
    return discover(pid);
  }

  // With its older brothers, in order of creation.
  Tracked* discover(pid_t pid) {
    const std::optional<ProcessState> state = state_of(pid);
    if (!state) return nullptr;
    if (const Tracked* parent = run_.processes.find(state->parent)) add_children(*parent);
    Tracked* known = run_.processes.find(pid);
    return known != nullptr ? known : &add_process(pid, -1);
  }

  void add_children(const Tracked& parent) {
    const int number = parent.number;
    for (const pid_t pid : children_of(parent.pid)) {
      if (run_.processes.find(pid) == nullptr) add_process(pid, number);
    }
  }

  // A process that is sent a signal may end by it before it has called anything, and leave children that
  // nobody could tell any more whose they were.
  void add_receivers(const Tracked& sender, const seccomp_data& call) {
    const int sender_number = sender.number;
    add_children(sender);
    const auto receiver = static_cast<int>(call.args[0]);
    const bool by_pidfd = call.nr == SYS_pidfd_send_signal;
    const pid_t pid = by_pidfd ? pid_of_pidfd(run_.processes.at(sender_number).pid, receiver) : receiver;
    if (pid <= 0) return add_family_of(everybody);
    if (!is_of_this_run(pid)) return;
    if (const Tracked* known = process_of(pid)) add_family_of(known->number);
  }

  // Whoever descends from the program; orphans have come to this process. A signal may be for a stranger.
  bool is_of_this_run(pid_t pid) {
    while (pid > 0) {
      if (run_.processes.find(pid) != nullptr) return true;
      const std::optional<ProcessState> state = state_of(pid);
      if (!state) return false;
      if (state->parent == ::getpid()) return true;
      pid = state->parent;
    }
    return false;
  }

  void add_family_of(int ancestor) {
    for (int number = 0; number < run_.processes.made(); ++number) {
      const Tracked& process = run_.processes.at(number);
      if (process.dead || !is_of_family(number, ancestor)) continue;
      add_children(process);
      notice_ended_children(number);
    }
  }

  // Children have higher numbers than their parents.
  bool is_of_family(int number, int ancestor) {
    if (ancestor == everybody) return true;
    while (number > ancestor)
      number = run_.processes.at(number).parent;
    return number == ancestor;
  }

  Tracked& add_process(pid_t pid, int parent) {
    Tracked& process = run_.processes.created(pid, parent);
    process.pidfd = open_pidfd(pid);
    const std::uint64_t mark = static_cast<std::uint64_t>(process.number) | reaping_mark;
    if (process.pidfd) listen(process.pidfd.get(), EPOLLIN, mark);
    images_[process.number].stack = stack_of(pid);
    if (parent >= 0 && std::exchange(images_[parent].leak_checker_next, false))
      process.helper_kind = HelperKind::known;
    return process;
  }

  // @param caller  Another thread may call while one is about to execute, and tells nothing.
  void confirm_exec(Tracked& process, Image& image, pid_t caller) {
    const unsigned long stack = stack_of(process.pid);
    const bool replaced = stack != image.stack;
    if (replaced || caller == image.executing) image.executing = 0;
    if (!replaced) return;
    image.stack = stack;
    record_exec(process);
  }

  void record_exec(Tracked& process) {
    images_[process.number].stack = stack_of(process.pid);
    run_.processes.executed(process, arguments_of(process.pid));
  }

  // ---- ends

  void ending(Tracked& process, int status) {
    if (process.ended) return;
    record_end_of_parent(process);
    add_children(process);
    notice_ended_children(process.number);
    run_.processes.ended(process, Exited{status}).peak_kb = peak_kb_of(process.pid);
  }

  // What they tell may still wait behind what their parent told later.
  void notice_ended_children(int parent) {
    for (Tracked& child : run_.processes.all()) {
      if (child.parent == parent && !child.gone && has_ended(child.pidfd)) hung_up(child.number);
    }
  }

  // By a parent that has ended meanwhile, for we are the adopter, and it was not us.
  void notice_reaped_children(int parent) {
    for (Tracked& child : run_.processes.all()) {
      if (child.parent == parent && !child.gone && has_been_reaped(child.pidfd)) hung_up(child.number);
    }
  }

  // Its parent may have been killed before, and nothing have told so yet.
  void record_end_of_parent(const Tracked& process) {
    if (process.parent < 0) return;
    const Tracked& parent = run_.processes.at(process.parent);
    if (!parent.ended && !parent.gone && has_ended(parent.pidfd)) hung_up(parent.number);
  }

  // Nobody was asked: a signal. How it ended is learned when it is reaped.
  void record_end(Tracked& process) {
    run_.drain_outputs();
    notice_reaped_children(process.number);
    run_.processes.ended(process, std::nullopt);
  }

  void reaped_by_somebody(Tracked& process) {
    const bool parent_lives = process.parent >= 0 && !run_.processes.at(process.parent).ended;
    gone(process, status_after_reaping(process.pidfd), parent_lives ? ReapedBy::parent : ReapedBy::adopter);
  }

  void gone(Tracked& process, std::optional<int> status, ReapedBy by) {
    if (status) run_.processes.learn_end(process, ending_of(*status));
    run_.processes.reaped(process, by);
  }

  RunContext run_;
  FirstInLine first_in_line_;
  UniqueFd listener_;
  std::unordered_map<int, Image> images_;
};

}  // namespace

std::unique_ptr<Observer> make_passive_observer(const RunContext& context) {
  return std::make_unique<PassiveObserver>(context);
}

std::string why_no_passive() {
  const std::string refused = why_no_notification();
  return refused.empty() ? why_no_status_after_reaping() : refused;
}

}  // namespace harness::watch
