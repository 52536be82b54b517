#include <unistd.h>

#include "child_posix.hpp"

namespace exeunt::detail {

UniqueFd open_own_process() {
  UniqueFd self = open_process(::getpid());
  if (!self) throw_errno("open own process");
  return self;
}

}  // namespace exeunt::detail
