#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "child_posix.hpp"
#include "this_process.hpp"
#include "watch_linux.hpp"

namespace exeunt::detail {

namespace {

UniqueFd open_pidfd(pid_type process) {
  return above_stdio(UniqueFd(static_cast<native_handle>(::syscall(SYS_pidfd_open, process, 0))));
}

}  // namespace

UniqueFd open_own_process() {
  UniqueFd self = open_pidfd(::getpid());
  if (!self && is_refused_pidfd(errno)) return open_own_pipe();
  if (!self) throw_errno("open own process");
  return self;
}

void restore(ParentWatch& watch) {
  if (watch.ended.is_intact()) return;
  const pid_type parent = watch.self->parent_pid;
  UniqueFd opened = open_pidfd(parent);
  if (!opened && errno == ESRCH) {
    opened = above_stdio(UniqueFd(::eventfd(1, EFD_CLOEXEC)));  // ready from now on, as it has ended
  } else if (opened && ::getppid() != parent && identity_of(opened.get()) != watch.ended.identity()) {
    opened.reset();  // its pid may be another's
    errno = EBADF;
  }
  if (!opened) throw_errno("watch the parent, whose descriptor the program has closed");
  watch.ended = KnownFd(std::move(opened));
}

}  // namespace exeunt::detail
