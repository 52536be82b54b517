#include <fcntl.h>
#include <linux/close_range.h>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "child_posix.hpp"
#include "launch_plan.hpp"
#include "own_command.hpp"

namespace exeunt::detail {

namespace {

#ifdef __SANITIZE_THREAD__
// The child, which shares its creator's memory, would turn off what is known of the creator's thread.
constexpr bool clone_is_spoilt = true;
#else
constexpr bool clone_is_spoilt = false;
#endif

std::atomic<const char*> other_file{nullptr};
std::atomic<bool> clone_is_refused{clone_is_spoilt};
constexpr std::size_t stack_size = std::size_t{16} * 1024;

/// close_range(), which not every C library has.
int mark_descriptors(unsigned first) noexcept {
  return static_cast<int>(::syscall(SYS_close_range, first, ~0U, CLOSE_RANGE_CLOEXEC));
}

/// The child. It shares all memory with its creator, which stands still until it has exec'd or ended.
/// AddressSanitizer would mark the frames that are never returned from, in memory that is used again.
[[gnu::no_sanitize_address]] int exec_self(void* argument) {
  LaunchPlan& plan = *static_cast<LaunchPlan*>(argument);
  ::dup2(plan.null, STDIN_FILENO);
  for (const native_handle handle : plan.inherited)
    ::fcntl(handle, F_SETFD, 0);
  do {
    ::execve(plan.path, plan.argv, environ);
    plan.error = errno;
  } while (plan.take_name());
  ::_exit(127);
}

[[gnu::no_sanitize_address]] int close_others_and_exec_self(void* argument) {
  mark_descriptors(STDERR_FILENO + 1);
  return exec_self(argument);
}

/// Linux 5.11; the range is empty. Asked once, without a guard, which a fork() might find half open.
bool can_mark_ranges() {
  enum Known { unknown, yes, no };
  static std::atomic<Known> known{unknown};
  if (known == unknown) known = mark_descriptors(~0U) == 0 ? yes : no;
  return known == yes;
}

bool is_refusal(int error) {
  return error == ENOSYS || error == EPERM || error == EINVAL;
}

/// As clone3 with the same flags does it, but for the wrapper of the C library, which gives the child a
/// stack.
/// @return  without a pid when the host allows no such clone.
Launched launch_by_clone(LaunchPlan& plan) {
  // Not on the caller's own, which may have room for little more.
  const auto stack = std::make_unique_for_overwrite<std::byte[]>(stack_size);
  int handle = -1;
  const int pid =
      ::clone(can_mark_ranges() ? close_others_and_exec_self : exec_self, stack.get() + stack_size,
              CLONE_VM | CLONE_VFORK | CLONE_PIDFD | SIGCHLD, &plan, &handle);
  if (pid < 0 && is_refusal(errno)) return {-1, ProcessHandle()};
  if (pid < 0) throw_errno("clone");
  Launched launched{pid, ProcessHandle(UniqueFd(handle))};
  if (plan.error != 0) {
    await_end(pid);
    throw_exec_error(plan);
  }
  if (launched.handle.get() > STDERR_FILENO) return launched;
  ProcessHandle above(UniqueFd(::fcntl(launched.handle.get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1)));
  if (!above) {
    const int error = errno;
    destroy_child(pid, launched.handle);
    throw_errno(error, "open a handle of the child");
  }
  launched.handle = std::move(above);
  return launched;
}

Launched launch(LaunchPlan& plan, std::string& argument) {
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
  const OwnCommand& own = own_command();
  std::string marked = argument;
  marked.reserve(argument.size() + std::strlen(close_mark));  // argv points into it
  std::vector<char*> argv;
  for (const std::string& word : own.loading)
    argv.push_back(const_cast<char*>(word.c_str()));
  if (argv.empty()) argv.push_back(const_cast<char*>(argv0));
  argv.insert(argv.end(), {const_cast<char*>(role), marked.data(), nullptr});
  const char* other = other_file.load();
  const char* name = other == nullptr && !own.name.empty() ? own.name.c_str() : nullptr;
  LaunchPlan plan{other != nullptr ? other : own.path, argv.data(), inherited, null, name};
  Launched launched = launch(plan, marked);
  if (!launched.handle) {
    const int error = errno;
    destroy_child(launched.pid, launched.handle);
    throw_errno(error, "open a handle of the child");
  }
  return launched;
}

void launch_instead(const char* path, bool by_posix_spawn) noexcept {
  other_file = path;
  clone_is_refused = by_posix_spawn || clone_is_spoilt;
}

}  // namespace exeunt::detail
