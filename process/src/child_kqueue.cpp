#include <fcntl.h>
#include <signal.h>
#include <sys/event.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "child_posix.hpp"
#include "waiting.hpp"

// How this works. Every child has a kqueue of its own, which is told of the child's end and never asked what
// it has, so that it stays ready, for poll() and for other kqueues alike. Its pid is its own until it is
// reaped, and only this file reaps it. Where somebody else did, or the kernel by itself because SIGCHLD is
// ignored, the event knows the status.

namespace exeunt::detail {

namespace {

#ifdef NOTE_EXITSTATUS
constexpr unsigned end_with_status = NOTE_EXIT | NOTE_EXITSTATUS;  // macOS tells the status when asked to
#else
constexpr unsigned end_with_status = NOTE_EXIT;
#endif

constexpr uintptr_t known_to_have_ended = 1;  // an event of our own

bool change(native_handle queue, uintptr_t what, short filter, unsigned short action,
            unsigned about) noexcept {
  struct kevent event = {};
  EV_SET(&event, what, filter, action, about, 0, nullptr);
  return ::kevent(queue, &event, 1, nullptr, 0, nullptr) == 0;
}

/// Ready from now on, whatever is taken from it.
bool keep_ready(native_handle queue) noexcept {
  return change(queue, known_to_have_ended, EVFILT_USER, EV_ADD, 0) &&
         change(queue, known_to_have_ended, EVFILT_USER, 0, NOTE_TRIGGER);
}

std::optional<int> status_in(native_handle queue) noexcept {
  if (!keep_ready(queue)) return std::nullopt;
  struct kevent events[2] = {};
  const timespec at_once = {};
  const int count = ::kevent(queue, nullptr, 0, events, 2, &at_once);
  for (int i = 0; i < count; ++i) {
    if (events[i].filter == EVFILT_PROC && (events[i].fflags & NOTE_EXIT) != 0)
      return static_cast<int>(events[i].data);
  }
  return std::nullopt;
}

void send_signal(pid_type pid, int number) {
  if (::kill(pid, number) != 0 && errno != ESRCH) throw_errno("send a signal");
}

}  // namespace

std::optional<exitcode_type> Child::poll() {
  if (exitcode_) return exitcode_;
  if (relayed_) return exitcode_ = relayed_status();
  const Reaped end = reap(pid_, process_);
  if (!end.ended) return std::nullopt;
  if (!end.status) return exitcode_ = lost_status();
  return exitcode_ = exitcode_of_wait_status(*end.status);
}

// A queue that is closed cannot be made again: it would not know of what was before it.
void Child::restore_handle() {}

std::optional<exitcode_type> Child::lost_status() {
  const std::optional<int> status = status_in(process_.get());
  return status ? exitcode_of_wait_status(*status) : unknown_exitcode;
}

// Who has ended and is not reaped keeps its pid. That a child of the fork server is reaped is known a moment
// after it was; CPython has the same moment.
void Child::interrupt() {
  if (!poll()) send_signal(pid_, SIGINT);
}

void Child::terminate() {
  if (!poll()) send_signal(pid_, SIGTERM);
}

void Child::kill() {
  if (!poll()) send_signal(pid_, SIGKILL);
}

// waitid() of macOS is not to be trusted with WNOWAIT.
bool has_child_to_reap() noexcept {
  return true;
}

ProcessHandle open_process(pid_type child) noexcept {
  UniqueFd queue = above_stdio(UniqueFd(::kqueue()));
  if (!queue || ::fcntl(queue.get(), F_SETFD, FD_CLOEXEC) != 0) return ProcessHandle();
  const bool watched =
      change(queue.get(), static_cast<uintptr_t>(child), EVFILT_PROC, EV_ADD, end_with_status);
  // macOS knows no zombies here: what is not there has ended
  if (!watched && (errno != ESRCH || !keep_ready(queue.get()))) return ProcessHandle();
  return ProcessHandle(std::move(queue));
}

/// What is told of is on its way out, and waited for: macOS tells a moment too early.
Reaped reap(pid_type child, const ProcessHandle& handle) noexcept {
  if (!is_ready(handle.get())) return {false, std::nullopt};
  int status = 0;
  pid_t reaped = 0;
  while ((reaped = ::waitpid(child, &status, 0)) < 0 && errno == EINTR) {
  }
  return {true, reaped == child ? std::optional(status) : std::nullopt};
}

void await_end(pid_type child) noexcept {
  while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
  }
}

/// The server forks, and its children are its own.
bool is_own_child(pid_type) noexcept {
  return false;
}

/// It is this process's own, so its pid is its own.
void kill_process(pid_type child, const ProcessHandle&) noexcept {
  ::kill(child, SIGKILL);
}

void destroy_child(pid_type child, const ProcessHandle& handle) noexcept {
  kill_process(child, handle);
  await_end(child);
}

}  // namespace exeunt::detail
