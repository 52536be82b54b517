#include <sys/syscall.h>
#include <unistd.h>

#include "end_now.hpp"

namespace exeunt::detail {

// Not by _exit(): ThreadSanitizer puts one of its own in its place, which flushes stdio.
[[gnu::hot]] void end_now(int status) noexcept {
  while (true)
    ::syscall(SYS_exit_group, status);
}

}  // namespace exeunt::detail
