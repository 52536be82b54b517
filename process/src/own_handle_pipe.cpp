#include <unistd.h>

#include "child_posix.hpp"
#include "fork_handlers.hpp"

// A pipe that nothing is written to: whoever reads it hears of its end when the last one who could write is
// gone. That is this process alone. The end to write is closed by every exec, and by every fork as its child
// begins. The kernel closes it a moment before it gives the children another parent.

namespace exeunt::detail {

namespace {

KnownFd& writing_end() {
  static KnownFd& only = *new KnownFd;
  return only;
}

void close_copy() noexcept {
  writing_end().reset();
}

}  // namespace

UniqueFd open_own_pipe() {
  static const int closed_at_fork = register_fork_handlers(nullptr, nullptr, close_copy);
  if (closed_at_fork != 0) throw_errno(closed_at_fork, "open own process");
  auto [reading, writing] = make_pipe("open own process");
  writing_end() = KnownFd(std::move(writing));
  return std::move(reading);
}

}  // namespace exeunt::detail
