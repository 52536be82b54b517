#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "descriptor_posix.hpp"

namespace exeunt::detail {

int open_pipe(Ends& ends) noexcept {
  return ::pipe2(ends.data(), O_CLOEXEC);
}

int open_sockets(int type, Ends& ends) noexcept {
  return ::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends.data());
}

}  // namespace exeunt::detail
