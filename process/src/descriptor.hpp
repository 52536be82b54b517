#pragma once

#include <utility>

#include <exeunt/platform.hpp>

namespace exeunt::detail {

/// Owns a descriptor and closes it; empty when negative.
class UniqueFd {
 public:
  UniqueFd() = default;
  explicit UniqueFd(native_handle handle) : handle_(handle) {}
  UniqueFd(UniqueFd&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}
  UniqueFd& operator=(UniqueFd&& other) noexcept {
    if (this != &other) reset(std::exchange(other.handle_, -1));
    return *this;
  }
  ~UniqueFd() { reset(); }

  native_handle get() const { return handle_; }
  explicit operator bool() const { return handle_ >= 0; }
  native_handle release() { return std::exchange(handle_, -1); }
  void reset(native_handle handle = -1) noexcept;

 private:
  native_handle handle_ = -1;
};

/// The same open file under a number above those of stdin, stdout and stderr, which a program may have
/// closed; close-on-exec. Empty, with errno set, when that cannot be.
UniqueFd above_stdio(UniqueFd handle) noexcept;

/// Both ends close-on-exec. @throws std::system_error naming `step`.
struct DescriptorPair {
  UniqueFd first, second;
};
DescriptorPair make_pipe(const char* step);         ///< first is read, second written
DescriptorPair make_packet_pair(const char* step);  ///< a connected pair of packet sockets

void set_close_on_exec(native_handle handle);

/// Puts /dev/null in place of every one of descriptors 0 to 2 that is closed.
void open_missing_stdio() noexcept;

/// Something has been read from stdin by the C library.
bool is_stdin_used() noexcept;
/// stdin is a copy of `null` from now on, and with `forget` what was buffered of the old one is forgotten.
void replace_stdin(native_handle null, bool forget) noexcept;

[[noreturn]] void throw_errno(const char* step);
[[noreturn]] void throw_errno(int error, const char* step);

}  // namespace exeunt::detail
