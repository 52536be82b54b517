#include "run/stop.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>

#include "run/runner.hpp"

namespace harness {
namespace {

std::atomic<bool> requested{false};
const int descriptor = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);

}  // namespace

void request_stop() noexcept {
  const int saved = errno;
  requested = true;
  const std::uint64_t one = 1;
  (void)!::write(descriptor, &one, sizeof one);
  errno = saved;
}

bool stop_requested() noexcept {
  return requested;
}

int stop_descriptor() {
  return descriptor;
}

}  // namespace harness
