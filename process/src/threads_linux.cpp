#include <sys/stat.h>

#include "threads.hpp"

// Of the GNU C library, where it is there.
extern "C" char __libc_single_threaded __attribute__((weak));

namespace exeunt::detail {

bool may_have_threads() noexcept {
  return &__libc_single_threaded == nullptr || __libc_single_threaded == 0;
}

// A folder's links are its own two names and the ".." of each folder in it: one for each thread.
bool is_alone() noexcept {
  if (!may_have_threads()) return true;
  struct stat threads = {};
  return ::stat("/proc/self/task", &threads) == 0 && threads.st_nlink == 3;
}

}  // namespace exeunt::detail
