#include "own_executable.hpp"

#include <libproc.h>
#include <unistd.h>

namespace exeunt::detail {

// Asked anew: the file may have been moved, and its new name is told.
const char* own_executable() noexcept {
  static thread_local char path[PROC_PIDPATHINFO_MAXSIZE];
  const int length = ::proc_pidpath(::getpid(), path, sizeof path);
  return length > 0 ? path : "";
}

}  // namespace exeunt::detail
