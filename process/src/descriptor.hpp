#pragma once

#include <utility>

#include <exeunt/platform.hpp>

namespace exeunt::detail {

/// Owns a handle of the operating system and closes it.
class UniqueFd {
 public:
  UniqueFd() = default;
  explicit UniqueFd(native_handle handle) : handle_(handle) {}
  UniqueFd(UniqueFd&& other) noexcept : handle_(std::exchange(other.handle_, no_handle)) {}
  UniqueFd& operator=(UniqueFd&& other) noexcept {
    if (this != &other) reset(std::exchange(other.handle_, no_handle));
    return *this;
  }
  ~UniqueFd() { reset(); }

  native_handle get() const { return handle_; }
  explicit operator bool() const { return handle_ != no_handle; }
  native_handle release() { return std::exchange(handle_, no_handle); }
  void reset(native_handle handle = no_handle) noexcept;

 private:
  native_handle handle_ = no_handle;
};

/// @param error  an errno.
[[noreturn]] void throw_errno(int error, const char* step);
[[noreturn]] void throw_errno(const char* step);

}  // namespace exeunt::detail
