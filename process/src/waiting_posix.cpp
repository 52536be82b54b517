#include <poll.h>
#include <time.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <vector>

#include <exeunt/wait.hpp>

#include "descriptor.hpp"
#include "interrupt.hpp"
#include "latch.hpp"
#include "waiting.hpp"

namespace exeunt {

namespace detail {

using std::chrono::nanoseconds;
using Clock = std::chrono::steady_clock;

Deadline::Deadline(nanoseconds limit) {
  const Clock::time_point now = Clock::now();
  if (limit < Clock::time_point::max() - now) moment_ = now + std::max(limit, nanoseconds::zero());
}

std::optional<nanoseconds> Deadline::remaining() const {
  if (!moment_) return std::nullopt;
  return std::max(nanoseconds(*moment_ - Clock::now()), nanoseconds::zero());
}

namespace {

int poll_once(std::span<pollfd> polled, std::optional<nanoseconds> limit) {
  if (!limit) return ::poll(polled.data(), polled.size(), -1);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(*limit);
  timespec time = {};
  time.tv_sec = seconds.count();
  time.tv_nsec = (*limit - seconds).count();
  return ::ppoll(polled.data(), polled.size(), &time, nullptr);
}

/// `polled` has one place more than is waited for, its last: for interrupts.
bool poll_until(std::span<pollfd> polled, Deadline deadline) {
  pollfd& interrupts = polled.back();
  interrupts = {interrupt_handle(), POLLIN, 0};
  for (;;) {
    throw_if_interrupted();
    const std::optional<nanoseconds> limit = deadline.remaining();
    int ready = poll_once(polled, limit);
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

bool wait_ready(native_handle handle, Deadline deadline, Readiness readiness) {
  const short events = readiness == Readiness::to_read ? POLLIN : POLLOUT;
  pollfd polled[2] = {{handle, events, 0}, {}};
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
  pollfd polled = {handle, POLLIN, 0};
  int ready = 0;
  while ((ready = ::poll(&polled, 1, 0)) < 0 && errno == EINTR) {
  }
  return ready > 0;
}

}  // namespace detail

std::vector<native_handle> wait(std::span<const native_handle> handles,
                                std::optional<std::chrono::nanoseconds> limit) {
  const std::unique_ptr<bool[]> ready(new bool[handles.size()]());
  std::vector<native_handle> result;
  detail::wait_ready(handles, {ready.get(), handles.size()}, detail::Deadline(limit));
  for (std::size_t i = 0; i < handles.size(); ++i) {
    if (ready[i]) result.push_back(handles[i]);
  }
  return result;
}

void sleep_for(std::chrono::nanoseconds duration) {
  if (duration > std::chrono::nanoseconds::zero()) detail::wait_ready({}, {}, detail::Deadline(duration));
}

}  // namespace exeunt
