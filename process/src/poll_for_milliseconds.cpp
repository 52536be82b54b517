#include <algorithm>
#include <climits>

#include "poll_for.hpp"

namespace exeunt::detail {

// For macOS, which has no ppoll(). Who waits longer than poll() can say is told too early that nothing came,
// and asks again.
int poll_for(std::span<pollfd> polled, std::optional<std::chrono::nanoseconds> limit) {
  using std::chrono::milliseconds;
  int time = -1;
  if (limit)
    time = static_cast<int>(
        std::min<milliseconds::rep>(std::chrono::ceil<milliseconds>(*limit).count(), INT_MAX));
  return ::poll(polled.data(), static_cast<nfds_t>(polled.size()), time);
}

}  // namespace exeunt::detail
