#include <cerrno>

#include "fork_sibling.hpp"

// Also for ThreadSanitizer, whose own thread makes every process one of several threads, and which follows
// fork() alone; and for musl, where nothing but fork() can tell the new process's thread its number.

namespace exeunt::detail {

pid_type fork_sibling(UniqueFd&, std::atomic<pid_type>&) noexcept {
  errno = ENOSYS;
  return -1;
}

}  // namespace exeunt::detail
