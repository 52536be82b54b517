#include "launch.hpp"

#include <fcntl.h>
#include <linux/close_range.h>
#include <sched.h>
#include <spawn.h>
#include <sys/auxv.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <string>
#include <system_error>
#include <vector>

#include "child_posix.hpp"

namespace exeunt::detail {

namespace {

// The file this program runs from, whatever has become of its name.
constexpr const char* own_file = "/proc/self/exe";
constexpr const char* close_mark = ",close";

std::atomic<const char*> other_file{nullptr};
std::atomic<bool> clone_is_refused{false};

// close_range(), which not every C library has.
int close_descriptors(unsigned first, unsigned last, unsigned flags) noexcept {
  return static_cast<int>(::syscall(SYS_close_range, first, last, flags));
}

struct Plan {
  const char* path;
  const char* path_without_proc;
  char* const* argv;
  std::span<const native_handle> inherited;
  native_handle null;
  int error = 0;
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
  close_descriptors(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
  return exec_self(argument);
}

/// Linux 5.11; the range is empty.
bool can_mark_ranges() {
  static const bool can = close_descriptors(~0U, ~0U, CLOSE_RANGE_CLOEXEC) == 0;
  return can;
}

std::system_error exec_error(const Plan& plan) {
  return std::system_error(plan.error, std::generic_category(), std::string("exec of ") + plan.path);
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
  if (pid < 0 && is_refusal(errno)) return {-1, UniqueFd()};
  if (pid < 0) throw_errno("clone");
  Launched launched{pid, UniqueFd(handle)};
  if (plan.error != 0) {
    destroy_child(pid);
    throw exec_error(plan);
  }
  launched.handle = above_stdio(std::move(launched.handle));
  return launched;
}

Launched launch_by_posix_spawn(Plan& plan) {
  posix_spawn_file_actions_t actions;
  plan.error = ::posix_spawn_file_actions_init(&actions);
  for (const native_handle handle : plan.inherited) {
    if (plan.error == 0) plan.error = ::posix_spawn_file_actions_adddup2(&actions, handle, handle);
  }
  if (plan.error == 0) plan.error = ::posix_spawn_file_actions_adddup2(&actions, plan.null, STDIN_FILENO);
  pid_type pid = -1;
  if (plan.error == 0) plan.error = ::posix_spawn(&pid, plan.path, &actions, nullptr, plan.argv, environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (plan.error != 0) throw exec_error(plan);
  return {pid, open_process(pid)};
}

Launched launch(Plan& plan, std::string& argument) {
  if (!can_mark_ranges()) argument += close_mark;
  if (!clone_is_refused) {
    Launched launched = launch_by_clone(plan);
    if (launched.pid >= 0) return launched;
    clone_is_refused = true;
  }
  if (can_mark_ranges()) argument += close_mark;
  return launch_by_posix_spawn(plan);
}

}  // namespace

SignalsHeld::SignalsHeld() noexcept {
  sigset_t all;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before_);
}

SignalsHeld::~SignalsHeld() {
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

Launched launch_self(const char* argv0, const char* role, const std::string& argument,
                     std::span<const native_handle> inherited, native_handle null) {
  std::string marked = argument;
  marked.reserve(argument.size() + std::strlen(close_mark));  // argv points into it
  char* argv[] = {const_cast<char*>(argv0), const_cast<char*>(role), marked.data(), nullptr};
  const char* other = other_file.load();
  const auto* executed = reinterpret_cast<const char*>(::getauxval(AT_EXECFN));
  Plan plan{other != nullptr ? other : own_file, other != nullptr ? nullptr : executed, argv, inherited,
            null};
  Launched launched = launch(plan, marked);
  if (!launched.handle) {
    const int error = errno;
    destroy_child(launched.pid);
    throw_errno(error, "open a handle of the child");
  }
  return launched;
}

std::string launch_argument(const char* text) {
  return std::string(text, std::strcspn(text, ","));
}

bool must_close_others(const char* text) {
  return std::strchr(text, ',') != nullptr;
}

void close_others(std::span<const native_handle> kept) noexcept {
  const long limit = ::sysconf(_SC_OPEN_MAX);
  unsigned next = STDERR_FILENO + 1;
  std::vector<native_handle> sorted(kept.begin(), kept.end());
  sorted.push_back(static_cast<native_handle>(limit));
  std::sort(sorted.begin(), sorted.end());
  for (const native_handle handle : sorted) {
    const auto end = static_cast<unsigned>(handle);
    if (end > next && close_descriptors(next, end - 1, 0) != 0) {
      for (unsigned other = next; other < end; ++other)
        ::close(static_cast<int>(other));
    }
    next = std::max(next, end + 1);
  }
}

void launch_instead(const char* path, bool by_posix_spawn) noexcept {
  other_file = path;
  clone_is_refused = by_posix_spawn;
}

}  // namespace exeunt::detail
