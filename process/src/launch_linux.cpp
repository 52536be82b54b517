#include <fcntl.h>
#include <linux/close_range.h>
#include <sched.h>
#include <sys/auxv.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <string>

#include "child_posix.hpp"
#include "launch_plan.hpp"
#include "own_executable.hpp"

namespace exeunt::detail {

namespace {

std::atomic<const char*> other_file{nullptr};
std::atomic<bool> clone_is_refused{false};

/// close_range(), which not every C library has.
int mark_descriptors(unsigned first) noexcept {
  return static_cast<int>(::syscall(SYS_close_range, first, ~0U, CLOSE_RANGE_CLOEXEC));
}

struct Plan : LaunchPlan {
  const char* path_without_proc;
};

/// The child. It shares all memory with its creator, which stands still until it has exec'd or ended.
/// AddressSanitizer would mark the frames that are never returned from, in memory that is used again.
[[gnu::no_sanitize_address]] int exec_self(void* argument) {
  Plan& plan = *static_cast<Plan*>(argument);
  ::dup2(plan.null, STDIN_FILENO);
  for (const native_handle handle : plan.inherited)
    ::fcntl(handle, F_SETFD, 0);
  ::execve(plan.path, plan.argv, environ);
  plan.error = errno;
  if (plan.error == ENOENT && plan.path_without_proc != nullptr) {
    ::execve(plan.path_without_proc, plan.argv, environ);
    plan.error = errno;
  }
  ::_exit(127);
}

[[gnu::no_sanitize_address]] int close_others_and_exec_self(void* argument) {
  mark_descriptors(STDERR_FILENO + 1);
  return exec_self(argument);
}

/// Linux 5.11; the range is empty.
bool can_mark_ranges() {
  static const bool can = mark_descriptors(~0U) == 0;
  return can;
}

bool is_refusal(int error) {
  return error == ENOSYS || error == EPERM || error == EINVAL;
}

/// As clone3 with the same flags does it, but for the wrapper of the C library, which gives the child a
/// stack.
/// @return  without a pid when the host allows no such clone.
Launched launch_by_clone(Plan& plan) {
  alignas(16) std::byte stack[16 * 1024];
  int handle = -1;
  const int pid = ::clone(can_mark_ranges() ? close_others_and_exec_self : exec_self, stack + sizeof stack,
                          CLONE_VM | CLONE_VFORK | CLONE_PIDFD | SIGCHLD, &plan, &handle);
  if (pid < 0 && is_refusal(errno)) return {-1, ProcessHandle()};
  if (pid < 0) throw_errno("clone");
  Launched launched{pid, UniqueFd(handle)};
  if (plan.error != 0) {
    destroy_child(pid);
    throw_exec_error(plan);
  }
  launched.handle = above_stdio(std::move(launched.handle));
  return launched;
}

Launched launch(Plan& plan, std::string& argument) {
  if (!can_mark_ranges()) argument += close_mark;
  if (!clone_is_refused) {
    Launched launched = launch_by_clone(plan);
    if (launched.pid >= 0) return launched;
    clone_is_refused = true;
  }
  if (can_mark_ranges()) argument += close_mark;
  const pid_type pid = launch_by_posix_spawn(plan);
  return {pid, open_process(pid)};
}

}  // namespace

Launched launch_self(const char* argv0, const char* role, const std::string& argument,
                     std::span<const native_handle> inherited, native_handle null) {
  std::string marked = argument;
  marked.reserve(argument.size() + std::strlen(close_mark));  // argv points into it
  char* argv[] = {const_cast<char*>(argv0), const_cast<char*>(role), marked.data(), nullptr};
  const char* other = other_file.load();
  const auto* executed = reinterpret_cast<const char*>(::getauxval(AT_EXECFN));
  Plan plan{{other != nullptr ? other : own_executable(), argv, inherited, null},
            other != nullptr ? nullptr : executed};
  Launched launched = launch(plan, marked);
  if (!launched.handle) {
    const int error = errno;
    destroy_child(launched.pid);
    throw_errno(error, "open a handle of the child");
  }
  return launched;
}

void launch_instead(const char* path, bool by_posix_spawn) noexcept {
  other_file = path;
  clone_is_refused = by_posix_spawn;
}

}  // namespace exeunt::detail
