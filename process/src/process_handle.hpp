#pragma once

#include "descriptor.hpp"
#include "known_fd.hpp"

namespace exeunt::detail {

#ifdef EXEUNT_KQUEUE

pid_type own_pid() noexcept;

/// Owns what a process's end is seen by: a kqueue, which no other process can have. In a forked child its
/// number is nothing's, or another's already: there is no handle there, and nothing is closed.
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

  native_handle get() const { return is_here() ? queue_.get() : no_handle; }
  explicit operator bool() const { return get() != no_handle; }
  bool is_intact() const noexcept { return bool(*this); }
  void reset() noexcept {
    if (!is_here()) (void)queue_.release();
    queue_.reset();
  }

 private:
  bool is_here() const noexcept { return opener_ == own_pid(); }

  UniqueFd queue_;
  pid_type opener_ = 0;
};
inline constexpr bool process_handles_cross = false;

#else

/// Owns what a process's end is seen by.
using ProcessHandle = KnownFd;
inline constexpr bool process_handles_cross = true;

#endif

}  // namespace exeunt::detail
