#include <exeunt/error.hpp>

#include "start.hpp"

namespace exeunt::detail {

void start_by_fork(Process&, const std::shared_ptr<ProcessState>&) {
  throw ValueError("cannot find context for 'fork'");
}

}  // namespace exeunt::detail
