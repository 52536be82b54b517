#include "model/case.hpp"

#include <gtest/gtest.h>

namespace harness {
namespace {

Summary counted(std::initializer_list<Verdict> verdicts) {
  Summary summary;
  for (const Verdict verdict : verdicts) {
    CaseResult result;
    result.judgement.verdict = verdict;
    count(summary, result);
  }
  return summary;
}

TEST(ExitStatus, SilenceIsNeverSuccess) {
  EXPECT_EQ(exit_status(counted({})), 2);
  EXPECT_EQ(exit_status(counted({Verdict::skip, Verdict::skip})), 77);
}

TEST(ExitStatus, TellsDifferentFromUnjudged) {
  EXPECT_EQ(exit_status(counted({Verdict::pass, Verdict::skip, Verdict::known_fail})), 0);
  EXPECT_EQ(exit_status(counted({Verdict::pass, Verdict::timeout})), 1);
  EXPECT_EQ(exit_status(counted({Verdict::unexpected_pass})), 1);
  EXPECT_EQ(exit_status(counted({Verdict::fail, Verdict::broken})), 2);
}

TEST(CaseName, NamesWhatDiffers) {
  const Scenario scenario{.name = "exit/x"};
  Case c{.scenario = &scenario};
  EXPECT_EQ(case_name(c), "exit/x  pipe");
  c.conditions = {.implementation = "cpython", .start_method = StartMethod::spawn, .stdio = StdioMode::tty};
  c.version_text = "3.11.2";
  c.repetition = 2;
  EXPECT_EQ(case_name(c), "exit/x  cpython 3.11.2  spawn  tty  #2");
}

}  // namespace
}  // namespace harness
