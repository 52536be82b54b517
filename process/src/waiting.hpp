#pragma once

#include <chrono>
#include <optional>
#include <span>

#include <exeunt/platform.hpp>

namespace exeunt::detail {

/// A moment of monotonic time; without one, never.
class Deadline {
 public:
  Deadline() = default;
  /// Zero and negative: now. What is too far to be told is never.
  explicit Deadline(std::chrono::nanoseconds limit);
  explicit Deadline(std::optional<std::chrono::nanoseconds> limit)
      : Deadline(limit ? Deadline(*limit) : Deadline()) {}

  /// Not negative; nullopt: no limit.
  std::optional<std::chrono::nanoseconds> remaining() const;

 private:
  std::optional<std::chrono::steady_clock::time_point> moment_;
};

/// Waits until one of the handles is ready, and says of each whether it is. Signals do not shorten it.
///
/// @return  false when the deadline passed first.
/// @throws  KeyboardInterrupt  on the main thread; std::system_error EBADF.
bool wait_ready(std::span<const native_handle> handles, std::span<bool> ready, Deadline deadline);

/// The same for one handle.
bool wait_ready(native_handle handle, Deadline deadline);

/// Looks, and does not wait.
bool is_ready(native_handle handle) noexcept;

}  // namespace exeunt::detail
