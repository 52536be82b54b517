// A judge that never says no has not been tested: wrong implementations of the suite's own scenarios, each of
// which must fail, for its own reason, on the line of the golden that it breaks.
#include <gtest/gtest.h>

#include "wrong.hpp"

namespace harness {
namespace {

class WrongImplementations : public testing::TestWithParam<Wrong> {
 protected:
  JudgeRun judged(const std::string& level) const {
    const Wrong& wrong = GetParam();
    const std::string programs = TESTDATA_PROGRAMS "/wrong/" + wrong.wrongness;
    return judge_.run({"run", "--json", judge_.json(), "--implementation", programs, "--start-method", "fork",
                       "--stdio", "pipe", "--observe", level, wrong.scenario});
  }
  const Judge judge_{TESTDATA_PROGRAMS "/wrong"};
};

TEST_P(WrongImplementations, FailOnTheirLine) {
  const Wrong& wrong = GetParam();
  for (const std::string level : {"trace", "passive"}) {
    const JudgeRun run = judged(level);
    if (run.results.empty() && run.exit_status == 2) continue;  // no such level here
    expect_failure_on_its_line(run, wrong);
  }
}

INSTANTIATE_TEST_SUITE_P(All, WrongImplementations, testing::ValuesIn(wrongs()), name_of_wrong);

}  // namespace
}  // namespace harness
