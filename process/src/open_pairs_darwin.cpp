#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "descriptor_posix.hpp"

// Close-on-exec comes a moment late here: a program that another thread executes in between has both ends.
// The library's own launches close whatever they do not hand on.

namespace exeunt::detail {

namespace {

int with_close_on_exec(const Ends& ends) noexcept {
  for (const int end : ends) {
    if (::fcntl(end, F_SETFD, FD_CLOEXEC) != 0) return -1;
  }
  return 0;
}

}  // namespace

int open_pipe(Ends& ends) noexcept {
  return ::pipe(ends.data()) != 0 ? -1 : with_close_on_exec(ends);
}

int open_sockets(int type, Ends& ends) noexcept {
  if (::socketpair(AF_UNIX, type, 0, ends.data()) != 0) return -1;
  const int yes = 1;
  for (const int end : ends) {
    if (::setsockopt(end, SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes) != 0) return -1;
  }
  return with_close_on_exec(ends);
}

}  // namespace exeunt::detail
