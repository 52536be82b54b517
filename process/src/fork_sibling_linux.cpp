#include <linux/sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>

#include "fork_sibling.hpp"

namespace exeunt::detail {

namespace {

/// Where the C library keeps the thread's number, by which its mutexes know their owner: the new process has
/// one of its own.
std::uintptr_t address_of_thread_id() {
  static const std::uintptr_t address = [] {
    int* found = nullptr;
    return ::prctl(PR_GET_TID_ADDRESS, &found) == 0 ? reinterpret_cast<std::uintptr_t>(found) : 0;
  }();
  return address;
}

/// The kernel's list of robust mutexes is not inherited, but the memory it is in is.
struct RobustList {
  void* head = nullptr;
  std::size_t size = 0;
};

static_assert(sizeof(std::atomic<pid_type>) == sizeof(pid_type) &&
              std::atomic<pid_type>::is_always_lock_free);

}  // namespace

pid_type fork_sibling(UniqueFd& handle, std::atomic<pid_type>& made) noexcept {
  static const RobustList robust = [] {
    RobustList list;
    ::syscall(SYS_get_robust_list, 0, &list.head, &list.size);
    return list;
  }();
  if (address_of_thread_id() == 0) {
    errno = ENOSYS;
    return -1;
  }
  int opened = -1;
  clone_args arguments = {};
  // No exit signal: it would be the server's, and the kernel wants none named.
  arguments.flags =
      CLONE_PARENT | CLONE_PIDFD | CLONE_PARENT_SETTID | CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID;
  arguments.parent_tid = reinterpret_cast<std::uintptr_t>(&made);
  arguments.child_tid = address_of_thread_id();
  arguments.pidfd = reinterpret_cast<std::uintptr_t>(&opened);
  const auto pid = static_cast<pid_type>(::syscall(SYS_clone3, &arguments, sizeof arguments));
  if (pid == 0 && robust.head != nullptr) ::syscall(SYS_set_robust_list, robust.head, robust.size);
  if (pid > 0) handle = UniqueFd(opened);
  return pid;
}

}  // namespace exeunt::detail
