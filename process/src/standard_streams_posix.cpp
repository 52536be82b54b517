#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "streams.hpp"

namespace exeunt::detail {

void open_missing_stdio() noexcept {
  pollfd streams[] = {{STDIN_FILENO, 0, 0}, {STDOUT_FILENO, 0, 0}, {STDERR_FILENO, 0, 0}};
  if (::poll(streams, 3, 0) <= 0) return;  // one call tells of all three
  for (const pollfd& stream : streams) {
    if ((stream.revents & POLLNVAL) == 0) continue;
    if (::open("/dev/null", O_RDWR) != stream.fd) return;  // the lowest free number: this one
  }
}

}  // namespace exeunt::detail
