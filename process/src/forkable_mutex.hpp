#pragma once

#include <atomic>
#include <mutex>

namespace exeunt::detail {

/// A mutex that the forked child of the thread that holds it may unlock, and which takes no call while nobody
/// waits for it: in a forked child every page of code that is used first costs a page fault.
class ForkableMutex {
 public:
  void lock() noexcept {
    this_thread().entered.store(true, std::memory_order_relaxed);
    std::atomic_signal_fence(std::memory_order_seq_cst);
    int free = 0;
    if (!state_.compare_exchange_strong(free, held, std::memory_order_acquire)) {
      while (state_.exchange(awaited, std::memory_order_acquire) != 0)
        state_.wait(awaited);
    }
    holder_.store(&this_thread(), std::memory_order_relaxed);
  }
  void unlock() noexcept {
    holder_.store(nullptr, std::memory_order_relaxed);
    if (state_.exchange(0, std::memory_order_release) == awaited) state_.notify_one();
    std::atomic_signal_fence(std::memory_order_seq_cst);
    this_thread().entered.store(false, std::memory_order_relaxed);
  }
  /// By the calling thread: a signal may have come while it was.
  bool is_held_here() const noexcept { return holder_.load(std::memory_order_relaxed) == &this_thread(); }
  /// The same, and while the calling thread is about to lock it or has just let it go.
  bool is_entered_here() const noexcept { return this_thread().entered.load(std::memory_order_relaxed); }
  /// In a forked child: whoever held it is not here.
  void renew() noexcept {
    if (state_.load(std::memory_order_relaxed) == 0) return;
    holder_.store(nullptr, std::memory_order_relaxed);
    state_.store(0, std::memory_order_relaxed);
  }

 private:
  struct Thread {
    std::atomic<bool> entered{false};
  };
  static Thread& this_thread() noexcept {
    static constinit thread_local Thread thread;
    return thread;
  }

  static constexpr int held = 1;
  static constexpr int awaited = 2;
  std::atomic<int> state_{0};
  std::atomic<const void*> holder_{nullptr};
};

using Lock = std::unique_lock<ForkableMutex>;

}  // namespace exeunt::detail
