#include "pipeline/known_failures.hpp"

#include <gmock/gmock.h>

#include "match/bad_golden.hpp"

namespace harness {
namespace {

std::string error_of(const std::string& text) {
  try {
    parse_known_failures(text, "k.txt");
  } catch (const BadGolden& error) {
    return error.what();
  }
  return "no error";
}

class KnownFailuresTest : public testing::Test {
 protected:
  Judgement judged(Verdict verdict, StartMethod method) {
    Case c;
    c.scenario = &scenario_;
    c.conditions.start_method = method;
    return with_known_failures({verdict, std::nullopt, "it differs"}, c, known_);
  }
  const Scenario scenario_{.name = "join/x"};
  const std::vector<KnownFailure> known_ =
      parse_known_failures("# comment\n\njoin/x [spawn] 2026-01-31 the kernel is late\n", "k.txt");
};

TEST_F(KnownFailuresTest, AKnownFailureIsNoFailure) {
  const Judgement judgement = judged(Verdict::fail, StartMethod::spawn);
  EXPECT_EQ(judgement.verdict, Verdict::known_fail);
  EXPECT_EQ(judgement.reason, "it differs (known since 2026-01-31: the kernel is late)");
}

TEST_F(KnownFailuresTest, OneThatPassesIsAnError) {
  const Judgement judgement = judged(Verdict::pass, StartMethod::spawn);
  EXPECT_EQ(judgement.verdict, Verdict::unexpected_pass);
  EXPECT_THAT(judgement.reason, testing::HasSubstr("line 3"));
}

TEST_F(KnownFailuresTest, HoldsOnlyUnderItsCondition) {
  EXPECT_EQ(judged(Verdict::fail, StartMethod::fork).verdict, Verdict::fail);
  EXPECT_EQ(judged(Verdict::broken, StartMethod::spawn).verdict, Verdict::broken);
}

TEST(KnownFailures, APatternCoversManyOfWhichSomeMayPass) {
  const std::vector<KnownFailure> known = parse_known_failures(
      "join/x [python:m, fork] 2026-01-31 x too\n* [python:m<2] 2026-01-31 nothing starts\n", "k.txt");
  const Scenario scenario{.name = "join/x"};
  Case c{.scenario = &scenario};
  c.conditions.implementation = "python:m";
  c.conditions.version = parse_version("1.9");
  const auto verdict = [&](Verdict seen) {
    return with_known_failures({seen, std::nullopt, "it differs"}, c, known).verdict;
  };
  EXPECT_EQ(verdict(Verdict::timeout), Verdict::known_fail);
  EXPECT_EQ(verdict(Verdict::pass), Verdict::pass);
  c.conditions.start_method = StartMethod::fork;  // and the line that names it comes first
  EXPECT_EQ(verdict(Verdict::pass), Verdict::unexpected_pass);
  c.conditions.start_method = StartMethod::spawn;
  c.conditions.version = parse_version("2.0");
  EXPECT_EQ(verdict(Verdict::fail), Verdict::fail);
}

TEST(KnownFailures, NameTheLineThatIsWrong) {
  const std::string form = "a known failure is written: SCENARIO [CONDITION] YYYY-MM-DD REASON";
  EXPECT_EQ(error_of("# x\njoin/x soon it fails\n"), "k.txt:2: " + form);
  EXPECT_EQ(error_of("join/x 2026-01-31\n"), "k.txt:1: " + form);
  EXPECT_EQ(error_of("join/x [spawn 2026-01-31 r\n"), "k.txt:1: the condition lacks its ']'");
}

}  // namespace
}  // namespace harness
