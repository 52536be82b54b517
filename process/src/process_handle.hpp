#pragma once

#include "descriptor.hpp"

namespace exeunt::detail {

#if defined(_WIN32) || defined(__linux__)

/// Owns what a process's end is seen by.
using ProcessHandle = UniqueFd;
inline constexpr bool process_handles_cross = true;

#else

pid_type own_pid() noexcept;

/// Owns what a process's end is seen by: a kqueue, which no other process can have. In a forked child its
/// number is nothing's, or another's already, and is not closed.
class ProcessHandle {
 public:
  ProcessHandle() = default;
  explicit ProcessHandle(UniqueFd queue) : queue_(std::move(queue)), opener_(own_pid()) {}
  ProcessHandle(ProcessHandle&& other) noexcept = default;
  ProcessHandle& operator=(ProcessHandle&& other) noexcept {
    if (this == &other) return *this;
    reset();
    queue_ = std::move(other.queue_);
    opener_ = other.opener_;
    return *this;
  }
  ~ProcessHandle() { reset(); }

  native_handle get() const { return queue_.get(); }
  explicit operator bool() const { return static_cast<bool>(queue_); }
  void reset() noexcept {
    if (opener_ != own_pid()) (void)queue_.release();
    queue_.reset();
  }

 private:
  UniqueFd queue_;
  pid_type opener_ = 0;
};
inline constexpr bool process_handles_cross = false;

#endif

}  // namespace exeunt::detail
