#pragma once

#include <atomic>
#include <mutex>

namespace exeunt::detail {

/// A mutex that the forked child of the thread that holds it may unlock, and which takes no call while nobody
/// waits for it: in a forked child every page of code that is used first costs a page fault.
class ForkableMutex {
 public:
  void lock() noexcept {
    int free = 0;
    if (state_.compare_exchange_strong(free, held, std::memory_order_acquire)) return;
    while (state_.exchange(awaited, std::memory_order_acquire) != 0)
      state_.wait(awaited);
  }
  void unlock() noexcept {
    if (state_.exchange(0, std::memory_order_release) == awaited) state_.notify_one();
  }

 private:
  static constexpr int held = 1;
  static constexpr int awaited = 2;
  std::atomic<int> state_{0};
};

using Lock = std::unique_lock<ForkableMutex>;

}  // namespace exeunt::detail
