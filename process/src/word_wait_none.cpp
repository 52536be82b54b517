#include <time.h>

#include <algorithm>

#include "gate.hpp"

// Where no call waits for a word in shared memory: short naps. Who waits here waits for a few instructions of
// its creator's.

namespace exeunt::detail {

void wait_for_change(const std::atomic<std::uint32_t>& word, std::uint32_t value,
                     std::chrono::milliseconds limit) noexcept {
  const long naps = 10 * std::max<long>(1, static_cast<long>(limit.count()));
  for (long nap = 0; nap < naps && word.load(std::memory_order_acquire) == value; ++nap) {
    const timespec tenth_of_a_millisecond = {0, 100'000};
    ::nanosleep(&tenth_of_a_millisecond, nullptr);
  }
}

void announce_change(std::atomic<std::uint32_t>&) noexcept {}

}  // namespace exeunt::detail
