#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "judge_run.hpp"

namespace harness {

/// A wrong implementation of one of the suite's own scenarios, which must fail for its own reason, on the
/// line of the golden that it breaks.
struct Wrong {
  std::string wrongness;
  const char* scenario;
  const char* reason_code;
  const char* line;    ///< of the golden, without its columns' widths; nullptr: no line is to blame
  const char* reason;  ///< in part
};

void PrintTo(const Wrong& wrong, std::ostream* stream);

/// All of them.
const std::vector<Wrong>& wrongs();
/// The one of that name; there is one.
Wrong wrong_named(const std::string& wrongness);

/// Checks that the run is the failure of this one and of nothing else, and has left no process.
void expect_failure_on_its_line(const JudgeRun& run, const Wrong& wrong);

/// For tests with a Wrong as their parameter.
std::string name_of_wrong(const testing::TestParamInfo<Wrong>& info);

}  // namespace harness
