#include "record/run_history.hpp"

#include <gtest/gtest.h>

namespace harness {
namespace {

// One run for each letter: p passed, f failed, s skipped; '/' before the next record, '|' before the next
// suite.
RunHistory history(const std::string& letters) {
  std::vector<PastRun> runs;
  int record = 0;
  int suite = 0;
  for (const char letter : letters) {
    if (letter == '|') ++suite;
    if (letter == '/' || letter == '|') {
      ++record;
      continue;
    }
    PastRun run{std::to_string(record),
                "moment " + std::to_string(record),
                std::to_string(suite),
                "1.0",
                Verdict::pass,
                10,
                ""};
    if (letter == 'f') run.verdict = Verdict::fail;
    if (letter == 's') run.verdict = Verdict::skip;
    runs.push_back(run);
  }
  return history_of({}, runs);
}

TEST(RunHistory, PutsTheRunsOfARecordTogether) {
  const RunHistory told = history("pp/pf/ff/s");
  ASSERT_EQ(told.records.size(), 4U);
  EXPECT_EQ(told.records[0].outcomes, Outcomes::passed);
  EXPECT_EQ(told.records[1].outcomes, Outcomes::mixed);
  EXPECT_EQ(told.records[2].outcomes, Outcomes::failed);
  EXPECT_EQ(told.records[3].outcomes, Outcomes::skipped);
  EXPECT_EQ(told.runs, 6U);
  EXPECT_EQ(told.failed, 3U);
}

TEST(RunHistory, FindsWhereTheFailuresBegan) {
  const RunHistory failing = history("p/f/p/f/s/f");
  EXPECT_TRUE(failing.still_failing);
  EXPECT_EQ(failing.bad->started, "moment 3");
  const RunHistory mended = history("p/f/f/p/s");
  EXPECT_FALSE(mended.still_failing);
  EXPECT_EQ(mended.bad->started, "moment 2");
  EXPECT_FALSE(history("p/p").bad);
  EXPECT_FALSE(history("s").bad);
  EXPECT_EQ(history("f/f").bad->started, "moment 0");
}

TEST(RunHistory, CountsAsFlakesOnlyWhatCameOutBothWaysUnderTheSameSuite) {
  EXPECT_DOUBLE_EQ(history("p/p|f/f").flake_rate, 0);  // a change of the suite explains it
  EXPECT_DOUBLE_EQ(history("p/p/p/f").flake_rate, 0.25);
  EXPECT_DOUBLE_EQ(history("f/f/p").flake_rate, 1.0 / 3);
  EXPECT_DOUBLE_EQ(history("s").flake_rate, 0);
}

}  // namespace
}  // namespace harness
