#include "runs/runs.hpp"

#include <stdexcept>
#include <utility>

#include "program/register.hpp"
#include "sampling/sample.hpp"

namespace bench {

Runs::Runs(harness::Program program, harness::Level level)
    : runner_({BENCH_SHIM, 1, level}), program_(std::move(program)) {
  program_.level = level;
}

Runs::Took Runs::run() {
  const std::int64_t begun = now();
  Took took;
  runner_.run_all({program_}, {[](std::size_t) {},
                               [&took](std::size_t, const harness::Outcome& outcome) {
                                 if (!outcome.trouble.empty()) throw std::runtime_error(outcome.trouble);
                                 took.program_ns = static_cast<std::int64_t>(outcome.seen.wall_ms * 1e6);
                               },
                               {}});
  took.whole_ns = now() - begun;
  return took;
}

void register_all() {
  register_watching();
  register_sandboxes();
}

}  // namespace bench
