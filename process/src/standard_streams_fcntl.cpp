#include <fcntl.h>
#include <unistd.h>

#include <initializer_list>

#include "streams.hpp"

namespace exeunt::detail {

// For macOS, whose poll() takes a terminal for no descriptor at all.
void open_missing_stdio() noexcept {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0) continue;
    if (::open("/dev/null", O_RDWR) != stream) return;  // the lowest free number: this one
  }
}

}  // namespace exeunt::detail
