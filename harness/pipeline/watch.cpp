#include "pipeline/watch.hpp"

#include "pipeline/shim_path.hpp"
#include "run/in_place.hpp"
#include "support/errors.hpp"
#include "support/find_program.hpp"

namespace harness {

Observation watch(const WatchRequest& request) {
  std::filesystem::path program = find_program(request.argv.front());
  std::vector<std::string> argv = request.argv;
  if (is_for_the_shell(program)) {
    if (argv.front().find('/') == std::string::npos) argv.front() = program.string();
    program = find_program("sh");
    argv.insert(argv.begin(), "sh");
  }
  Observation seen = run_in_place(
      shim_path(), {program, argv, request.level, request.time_limit, request.grace, request.tell_survivors});
  if (seen.start_failure) {
    throw CannotJudge(errno_text("cannot start " + program.string() + ": " + seen.start_failure->step,
                                 seen.start_failure->error));
  }
  return seen;
}

}  // namespace harness
