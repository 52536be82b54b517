#include <fcntl.h>
#include <poll.h>
#include <signal.h>
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

void ignore_broken_pipes() noexcept {
  struct sigaction old = {};
  struct sigaction ignoring = {};
  ignoring.sa_handler = SIG_IGN;
  const bool set = ::sigaction(SIGPIPE, &ignoring, &old) == 0;
  if (set && old.sa_handler != SIG_DFL && old.sa_handler != SIG_IGN) ::sigaction(SIGPIPE, &old, nullptr);
}

}  // namespace exeunt::detail
