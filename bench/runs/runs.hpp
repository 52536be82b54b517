#pragma once

#include <cstdint>

#include "model/names.hpp"
#include "run/runner.hpp"

namespace bench {

/// One run after another of the same program, as a suite makes them.
class Runs {
 public:
  /// Of `program`, whose level is set to this.
  /// @throws harness::CannotJudge  where there is no such level.
  Runs(harness::Program program, harness::Level level);

  struct Took {
    std::int64_t whole_ns = 0;    ///< from the order until the outcome is known
    std::int64_t program_ns = 0;  ///< of that, the program's own life
  };
  /// @throws std::runtime_error  when it could not be run.
  Took run();

 private:
  harness::Runner runner_;
  harness::Program program_;
};

/// What is measured about runs, for Google Benchmark.
void register_sandboxes();
void register_watching();

}  // namespace bench
