#include <sys/syscall.h>
#include <unistd.h>

#include "launch_plan.hpp"

namespace exeunt::detail {

// By the system call itself: not every C library has the function.
bool close_range_of(unsigned first, unsigned last) noexcept {
  return ::syscall(SYS_close_range, first, last, 0) == 0;
}

}  // namespace exeunt::detail
