#pragma once

#include <linux/filter.h>

#include <span>
#include <vector>

namespace harness::watch {

/// A seccomp filter that does one thing on some system calls of this architecture and lets all others pass.
class FilterProgram {
 public:
  /// @param action  SECCOMP_RET_USER_NOTIF, SECCOMP_RET_TRACE, …
  FilterProgram(std::span<const int> calls, unsigned action);
  FilterProgram(const FilterProgram&) = delete;
  FilterProgram& operator=(const FilterProgram&) = delete;

  const sock_fprog& get() const { return program_; }

 private:
  std::vector<sock_filter> code_;
  sock_fprog program_{};
};

}  // namespace harness::watch
