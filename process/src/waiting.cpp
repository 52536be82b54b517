#include "waiting.hpp"

#include <algorithm>
#include <memory>

#include <exeunt/wait.hpp>

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
