#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "gate.hpp"

namespace exeunt::detail {

void wait_for_change(const std::atomic<std::uint32_t>& word, std::uint32_t value,
                     std::chrono::milliseconds limit) noexcept {
  timespec time = {};
  time.tv_sec = static_cast<time_t>(limit.count() / 1000);
  time.tv_nsec = static_cast<long>(limit.count() % 1000) * 1'000'000;
  ::syscall(SYS_futex, &word, FUTEX_WAIT, value, &time, nullptr, 0);
}

[[gnu::hot]] void announce_change(std::atomic<std::uint32_t>& word) noexcept {
  ::syscall(SYS_futex, &word, FUTEX_WAKE, 1, nullptr, nullptr, 0);
}

}  // namespace exeunt::detail
