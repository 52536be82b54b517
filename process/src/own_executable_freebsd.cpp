#include "own_executable.hpp"

#include <sys/types.h>

#include <sys/sysctl.h>

#include <climits>
#include <cstddef>

namespace exeunt::detail {

// Asked anew: the file may have been moved, and its new name is told.
const char* own_executable() noexcept {
  static thread_local char path[PATH_MAX];
  const int name[] = {CTL_KERN, KERN_PROC, KERN_PROC_PATHNAME, -1};  // -1: this process
  std::size_t size = sizeof path;
  return ::sysctl(name, 4, path, &size, nullptr, 0) == 0 ? path : "";
}

}  // namespace exeunt::detail
