#include "child_posix.hpp"

namespace exeunt::detail {

UniqueFd open_own_process() {
  return open_own_pipe();
}

}  // namespace exeunt::detail
