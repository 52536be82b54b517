#include "cli/machinery.hpp"

#include "pipeline/revision.hpp"
#include "run/runner.hpp"

namespace harness {

const Machinery& own_machinery() {
  static const Machinery machinery{run,   check,          propose_renewals, renewals_from, watch,
                                   grade, grade_on_slurm, examine,          revision_of,   request_stop};
  return machinery;
}

}  // namespace harness
