#include <cerrno>

#include "child_posix.hpp"
#include "parent_watch.hpp"

namespace exeunt::detail {

UniqueFd open_own_process() {
  return open_own_pipe();
}

void restore(ParentWatch& watch) {
  if (!watch.ended.is_intact())
    throw_errno(EBADF, "watch the parent, whose descriptor the program has closed");
}

}  // namespace exeunt::detail
