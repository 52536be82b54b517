// The harness is killed by SIGKILL at any moment: no process of a run outlives it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "judge_run.hpp"

namespace harness {
namespace {

// EXEUNT_KILLS=200 for a soak.
int kills() {
  const char* wanted = std::getenv("EXEUNT_KILLS");
  return wanted != nullptr ? std::atoi(wanted) : 20;
}

class KilledHarness : public testing::TestWithParam<const char*> {};

TEST_P(KilledHarness, LeavesNoProcess) {
  const std::string suite = GetParam();
  const Judge judge(std::string(TESTDATA_PROGRAMS "/") + suite);
  std::mt19937 random(std::random_device{}());
  std::uniform_int_distribution<int> moment(0, 1'500'000);
  for (int i = 0; i < kills(); ++i) {
    const std::chrono::microseconds after(moment(random));
    const auto left = judge.left_after_killing(run_suite(judge, suite), after, std::chrono::seconds(60));
    EXPECT_TRUE(left.empty()) << left.size() << " left when killed after " << after.count()
                              << " us: " << left.front();
  }
}

INSTANTIATE_TEST_SUITE_P(AtWorkOn, KilledHarness, testing::Values("shapes", "troubles"),
                         [](const auto& instance) { return std::string(instance.param); });

}  // namespace
}  // namespace harness
