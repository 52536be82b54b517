#include <time.h>

#include "poll_for.hpp"

namespace exeunt::detail {

int poll_for(std::span<pollfd> polled, std::optional<std::chrono::nanoseconds> limit) {
  if (!limit) return ::poll(polled.data(), static_cast<nfds_t>(polled.size()), -1);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(*limit);
  timespec time = {};
  time.tv_sec = static_cast<time_t>(seconds.count());
  time.tv_nsec = static_cast<long>((*limit - seconds).count());
  return ::ppoll(polled.data(), static_cast<nfds_t>(polled.size()), &time, nullptr);
}

}  // namespace exeunt::detail
