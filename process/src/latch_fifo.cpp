#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "descriptor_posix.hpp"
#include "latch.hpp"
#include "temporary_name.hpp"

// A FIFO that this side reads and writes, so that one descriptor is all of the latch. Its name is gone at
// once.

namespace exeunt::detail {

namespace {

/// mkfifo() under a name that nobody has.
std::string make_fifo(const char* step) {
  for (;;) {
    std::string name = temporary_name();
    const UniqueFd taken(::mkstemp(name.data()));
    if (!taken) throw_errno(step);
    ::unlink(name.c_str());
    if (::mkfifo(name.c_str(), S_IRUSR | S_IWUSR) == 0) return name;
    if (errno != EEXIST) throw_errno(step);
  }
}

}  // namespace

UniqueFd make_latch(const char* step) {
  const std::string name = make_fifo(step);
  UniqueFd latch = above_stdio(UniqueFd(::open(name.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC)));
  const int error = errno;
  ::unlink(name.c_str());
  if (!latch) throw_errno(error, step);
  return latch;
}

void raise_latch(native_handle latch) noexcept {
  (void)!::write(latch, "x", 1);  // EAGAIN: raised as often as it has room for
}

void lower_latch(native_handle latch) noexcept {
  char raised[512];
  while (::read(latch, raised, sizeof raised) == sizeof raised) {
  }
}

}  // namespace exeunt::detail
