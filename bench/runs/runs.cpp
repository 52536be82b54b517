#include "runs/runs.hpp"

#include <stdexcept>
#include <utility>

#include "program/register.hpp"
#include "sampling/sample.hpp"

namespace bench {

Runs::Runs(harness::Program program, harness::Level level)
    : runner_({BENCH_SHIM, 1, level}), program_(std::move(program)), level_(level) {}

Runs::Took Runs::run() {
  return run(level_);
}

Runs::Took Runs::run_unwatched() {
  return run(harness::Level::root);
}

Runs::Took Runs::run(harness::Level level) {
  program_.settings.level = level;
  const std::int64_t begun = now();
  Took took;
  const std::optional<harness::Outcome> outcome = runner_.run_one(program_);
  took.whole_ns = now() - begun;
  if (!outcome) throw std::runtime_error("the run was interrupted");
  if (!outcome->trouble.empty()) throw std::runtime_error(outcome->trouble);
  took.program_ns = static_cast<std::int64_t>(outcome->seen.wall_ms * 1e6);
  return took;
}

void register_all() {
  register_watching();
  register_sandboxes();
}

}  // namespace bench
