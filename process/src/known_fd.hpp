#pragma once

#include <cstdint>

#include "descriptor.hpp"

namespace exeunt::detail {

/// What an open file is known by, whatever number it has.
struct FileIdentity {
  std::uint64_t device = 0;
  std::uint64_t file = 0;
  bool operator==(const FileIdentity&) const = default;
};
FileIdentity identity_of(native_handle handle) noexcept;

/// Owns a handle that the library keeps for long. A program may close every descriptor it finds, and open
/// others under the same numbers: those are not touched.
class KnownFd {
 public:
  KnownFd() = default;
  explicit KnownFd(UniqueFd handle) noexcept
      : handle_(std::move(handle)), identity_(handle_ ? identity_of(handle_.get()) : FileIdentity()) {}
  KnownFd(KnownFd&& other) noexcept = default;
  KnownFd& operator=(KnownFd&& other) noexcept {
    if (this == &other) return *this;
    reset();
    handle_ = std::move(other.handle_);
    identity_ = other.identity_;
    return *this;
  }
  ~KnownFd() { reset(); }

  native_handle get() const { return handle_.get(); }
  explicit operator bool() const { return bool(handle_); }
  const FileIdentity& identity() const { return identity_; }
  /// Whether it is still what it was.
  bool is_intact() const noexcept { return handle_ && identity_of(handle_.get()) == identity_; }
  /// Closes it, if it is still what it was.
  void reset() noexcept {
    if (!handle_) return;
    if (!is_intact()) (void)handle_.release();
    handle_.reset();
  }

 private:
  UniqueFd handle_;
  FileIdentity identity_;
};

}  // namespace exeunt::detail
