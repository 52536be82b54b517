#include "pipeline/watch.hpp"

#include "pipeline/shim_path.hpp"
#include "run/in_place.hpp"
#include "support/errors.hpp"
#include "support/find_program.hpp"

namespace harness {

Observation watch(const WatchRequest& request) {
  const std::filesystem::path program = find_program(request.argv.front());
  Observation seen = run_in_place(shim_path(), program, request.argv, request.level);
  if (seen.start_failure) {
    throw CannotJudge(errno_text("cannot start " + program.string() + ": " + seen.start_failure->step,
                                 seen.start_failure->error));
  }
  return seen;
}

}  // namespace harness
