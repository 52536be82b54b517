#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "child_posix.hpp"
#include "watch_linux.hpp"

namespace exeunt::detail {

UniqueFd open_own_process() {
  UniqueFd self = above_stdio(UniqueFd(static_cast<native_handle>(::syscall(SYS_pidfd_open, ::getpid(), 0))));
  if (!self && is_refused_pidfd(errno)) return open_own_pipe();
  if (!self) throw_errno("open own process");
  return self;
}

}  // namespace exeunt::detail
