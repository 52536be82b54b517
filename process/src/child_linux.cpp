#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#include "child_posix.hpp"
#include "waiting.hpp"
#include "watch_linux.hpp"

namespace exeunt::detail {

namespace {

// linux/pidfd.h of Linux 6.15, which is newer than the headers that this is built with.
struct PidfdInfo {
  std::uint64_t mask;
  std::uint64_t cgroup;
  std::uint32_t ids[11];
  std::int32_t exit_status;
};
constexpr std::uint64_t pidfd_info_exit = 1 << 3;
constexpr unsigned long pidfd_get_info = _IOWR(0xFF, 11, PidfdInfo);

constexpr int until_reaped_ms = 100;  // between "has ended" and "was reaped" the kernel tells nothing

/// Whether no other process's handle can have its identity: since Linux 6.9, where pidfds have a file system
/// of their own (PID_FS_MAGIC of linux/magic.h).
bool is_unique(const ProcessHandle& handle) noexcept {
  struct statfs system = {};
  return ::fstatfs(handle.get(), &system) == 0 && system.f_type == 0x50494446;
}

/// The caller holds the lock and has seen that it has not ended.
void send_signal(pid_type pid, native_handle process, int number) {
  if (::syscall(SYS_pidfd_send_signal, process, number, nullptr, 0) == 0 || errno == ESRCH) return;
  int error = errno;
  if (is_own_child(pid) || ask_watch(process)) {  // nobody has reaped it, so its pid is its own
    if (::kill(pid, number) == 0 || errno == ESRCH) return;
    error = errno;
  }
  pollfd ended = {process, POLLIN, 0};
  if (::poll(&ended, 1, 100) <= 0) throw_errno(error, "send a signal");
}

}  // namespace

std::optional<exitcode_type> Child::poll() {
  if (exitcode_) return exitcode_;
  restore_handle();
  if (exitcode_) return exitcode_;
  if (relayed_) return exitcode_ = relayed_status();
  siginfo_t end = {};
  int result = 0;
  // __WALL: an exec'd fork server hands SIGCHLD on as its children's signal, another may not
  while ((result = ::waitid(P_PIDFD, static_cast<id_t>(process_.get()), &end, WEXITED | WNOHANG | __WALL)) !=
             0 &&
         errno == EINTR) {
  }
  if (result != 0) return exitcode_ = lost_status();
  if (end.si_pid == 0) return std::nullopt;
  return exitcode_ = end.si_code == CLD_EXITED ? end.si_status : -end.si_status;
}

void Child::restore_handle() {
  if (relayed_ && !relayed_.is_intact()) relayed_.reset();
  if (exitcode_ || process_.is_intact()) return;
  ProcessHandle again = open_process(pid_);
  if (!again) throw_errno("open a handle of a child again, which the program has closed");
  const bool is_known = again.identity() == process_.identity() || ask_watch(again.get());
  const bool is_same = is_known && (relayed_ || is_own_child(pid_) || is_unique(again));
  process_ = std::move(again);
  if (!is_same) exitcode_ = unknown_exitcode;  // it has ended, and its pid may be another's
}

/// Somebody else has reaped it, or the kernel did by itself because SIGCHLD is ignored.
std::optional<exitcode_type> Child::lost_status() {
  if (!is_ready(process_.get())) return std::nullopt;
  if (const std::optional<Reaped> told = ask_watch(process_.get()))
    return told->status ? exitcode_of_wait_status(*told->status) : unknown_exitcode;
  pollfd reaped = {process_.get(), 0, 0};  // POLLHUP alone
  (void)::poll(&reaped, 1, until_reaped_ms);
  PidfdInfo info = {};
  info.mask = pidfd_info_exit;
  if (::ioctl(process_.get(), pidfd_get_info, &info) != 0 || (info.mask & pidfd_info_exit) == 0) {
    return unknown_exitcode;
  }
  return exitcode_of_wait_status(info.exit_status);
}

void Child::interrupt() {
  if (!poll()) send_signal(pid_, process_.get(), SIGINT);
}

void Child::terminate() {
  if (!poll()) send_signal(pid_, process_.get(), SIGTERM);
}

void Child::kill() {
  if (!poll()) send_signal(pid_, process_.get(), SIGKILL);
}

bool has_child_to_reap() noexcept {
  if (has_watched()) return true;
  siginfo_t end = {};
  return ::waitid(P_ALL, 0, &end, WEXITED | WNOHANG | WNOWAIT | __WALL) != 0 || end.si_pid != 0;
}

ProcessHandle open_process(pid_type child) noexcept {
  UniqueFd handle(static_cast<native_handle>(::syscall(SYS_pidfd_open, child, 0)));
  if (!handle && is_refused_pidfd(errno)) return ProcessHandle(watch_child(child));
  if (!handle && errno == ESRCH) handle = UniqueFd(::eventfd(1, EFD_CLOEXEC));
  return ProcessHandle(above_stdio(std::move(handle)));
}

Reaped reap(pid_type, const ProcessHandle& handle) noexcept {
  siginfo_t end = {};
  if (::waitid(P_PIDFD, static_cast<id_t>(handle.get()), &end, WEXITED | WNOHANG | __WALL) != 0)
    return ask_watch(handle.get()).value_or(Reaped{true, std::nullopt});
  if (end.si_pid == 0) return {false, std::nullopt};
  return {true, end.si_code == CLD_EXITED ? end.si_status << 8 : end.si_status};
}

void await_end(pid_type child) noexcept {
  while (::waitpid(child, nullptr, __WALL) < 0 && errno == EINTR) {
  }
}

bool is_own_child(pid_type pid) noexcept {
  siginfo_t end = {};
  return ::waitid(P_PID, static_cast<id_t>(pid), &end, WEXITED | WNOHANG | WNOWAIT | __WALL) == 0;
}

void kill_process(pid_type child, const ProcessHandle& handle) noexcept {
  if (handle && ::syscall(SYS_pidfd_send_signal, handle.get(), SIGKILL, nullptr, 0) == 0) return;
  if (is_own_child(child)) {
    ::kill(child, SIGKILL);  // nobody has reaped it, so its pid is its own
  }
}

void destroy_child(pid_type child, const ProcessHandle& handle) noexcept {
  kill_process(child, handle);
  await_end(child);
}

}  // namespace exeunt::detail
