#include <poll.h>

#include <cerrno>
#include <vector>

#include "cancellation_held.hpp"
#include "descriptor_posix.hpp"
#include "interrupt.hpp"
#include "latch.hpp"
#include "poll_for.hpp"
#include "waiting_posix.hpp"

namespace exeunt::detail {

using std::chrono::nanoseconds;
namespace {

/// `polled` has one place more than is waited for, its last: for interrupts.
bool poll_until(std::span<pollfd> polled, Deadline deadline) {
  pollfd& interrupts = polled.back();
  interrupts = {interrupt_handle(), POLLIN, 0};
  for (;;) {
    throw_if_interrupted();
    const std::optional<nanoseconds> limit = deadline.remaining();
    int ready = poll_for(polled, limit);
    if (ready < 0 && errno != EINTR) throw_errno("poll");
    if (ready > 0 && interrupts.revents != 0) {
      lower_latch(interrupts.fd);  // before the look at what it tells of
      throw_if_interrupted();
      --ready;
    }
    if (ready > 0) return true;
    if (ready == 0 && limit == nanoseconds::zero()) return false;
  }
}

}  // namespace

bool wait_ready(native_handle handle, Deadline deadline) {
  pollfd polled[2] = {{handle, POLLIN, 0}, {}};
  return poll_until(polled, deadline);
}

bool wait_writable(native_handle handle, Deadline deadline) {
  pollfd polled[2] = {{handle, POLLOUT, 0}, {}};
  return poll_until(polled, deadline);
}

bool wait_ready(std::span<const native_handle> handles, std::span<bool> ready, Deadline deadline) {
  std::vector<pollfd> polled;
  polled.reserve(handles.size() + 1);
  for (const native_handle handle : handles) {
    if (handle < 0) throw_errno(EBADF, "wait");
    polled.push_back({handle, POLLIN, 0});
  }
  polled.push_back({});
  if (!poll_until(polled, deadline)) return false;
  for (std::size_t i = 0; i < handles.size(); ++i) {
    if ((polled[i].revents & POLLNVAL) != 0) throw_errno(EBADF, "wait");
    ready[i] = polled[i].revents != 0;
  }
  return true;
}

bool is_ready(native_handle handle) noexcept {
  const CancellationHeld whole;
  pollfd polled = {handle, POLLIN, 0};
  int ready = 0;
  while ((ready = ::poll(&polled, 1, 0)) < 0 && errno == EINTR) {
  }
  return ready > 0;
}

}  // namespace exeunt::detail
