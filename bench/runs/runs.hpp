#pragma once

#include <cstdint>

#include "model/names.hpp"
#include "run/runner.hpp"

namespace bench {

/// One run after another of the same program, as a suite makes them.
class Runs {
 public:
  /// @throws harness::CannotJudge  where there is no `level`.
  Runs(harness::Program program, harness::Level level);

  struct Took {
    std::int64_t whole_ns = 0;    ///< from the order until the outcome is known
    std::int64_t program_ns = 0;  ///< of that, the program's own life
  };
  /// @throws std::runtime_error  when it could not be run.
  Took run();
  /// The same, not watched: by the same shim, which then waits for the end alone.
  Took run_unwatched();

 private:
  Took run(harness::Level level);

  harness::Runner runner_;
  harness::Program program_;
  harness::Level level_;
};

/// What is measured about runs, for Google Benchmark.
void register_sandboxes();
void register_watching();

}  // namespace bench
