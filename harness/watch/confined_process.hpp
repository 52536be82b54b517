#pragma once

#include <linux/filter.h>
#include <sys/resource.h>

#include <array>
#include <string>
#include <vector>

#include "wire/orders.hpp"

namespace harness::watch {

/// What a stranger's program gives up before it begins: resources, and system calls. All processes that it
/// makes inherit it, and none gets rid of it.
class ConfinedProcess {
 public:
  /// @throws CannotJudge where the filter is not a whole number of instructions.
  explicit ConfinedProcess(const wire::Confinement& confinement);
  ConfinedProcess(const ConfinedProcess&) = delete;
  ConfinedProcess& operator=(const ConfinedProcess&) = delete;

  /// Async-signal-safe. @return false with errno set where something was refused.
  bool confine_self() const noexcept;

 private:
  struct Resource {
    __rlimit_resource what;
    rlimit limit;
  };

  std::vector<Resource> resources_;
  std::vector<sock_filter> instructions_;
  sock_fprog program_{};
};

}  // namespace harness::watch
