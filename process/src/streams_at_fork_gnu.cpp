#include <stdio_ext.h>

#include "streams.hpp"
#include "threads.hpp"

// fork() of the GNU C library makes the locks of a child's streams new, and takes one itself that
// fflush(nullptr) has while it waits for those of the streams. So none is held here. What other threads have
// written since the flush is the creator's, which will hand it on.

namespace exeunt::detail {

StreamsAtFork::StreamsAtFork() noexcept : threads_(may_have_threads()) {}

StreamsAtFork::~StreamsAtFork() = default;

[[gnu::hot]] void StreamsAtFork::begin_child() noexcept {
  if (!threads_) return;
  ::__fpurge(stdout);
  ::__fpurge(stderr);
}

}  // namespace exeunt::detail
