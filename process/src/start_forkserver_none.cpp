#include <exeunt/error.hpp>

#include "forkserver.hpp"
#include "roles.hpp"
#include "start.hpp"

namespace exeunt::detail {

void start_by_forkserver(const std::shared_ptr<ProcessState>&) {
  throw ValueError("cannot find context for 'forkserver'");
}

void dismiss_forkserver() noexcept {}

void serve_forks(char*, const char*) {
  throw RuntimeError("this platform has no fork, so there is no server of forks");
}

}  // namespace exeunt::detail
