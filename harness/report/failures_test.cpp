#include "report/failures.hpp"

#include <gtest/gtest.h>

#include "record/test_results.hpp"
#include "report/terminal/columns.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

std::string text_of(const Failures& failures, const Style& style) {
  std::string text;
  for (const Failure& failure : failures.wrong())
    text += render(failure_lines(failure, style, "/suite"), style);
  return text;
}

TEST(Failures, TellTheSameReasonOnce) {
  TestRun run;
  Failures failures;
  for (const StdioMode stdio : {StdioMode::tty, StdioMode::pipe}) {
    for (const StartMethod method : {StartMethod::fork, StartMethod::spawn, StartMethod::forkserver}) {
      failures.add(wrong_exit(run.plan("exit/child", method, stdio)));
    }
  }
  EXPECT_EQ(text_of(failures, {}),
            "✗ exit/child  fail (wrong-tree)\n"
            "  child ended with exit 0, expected exit 1\n"
            "  fork, spawn, forkserver on pipe, tty\n"
            "    expected/exit/child.golden:8\n"
            "      program            exit 0\n"
            "    -   child            exit 1      reaped\n"
            "    +   child            exit 0      reaped\n");
}

TEST(Failures, SayWhereAHelperWasGuessed) {
  TestRun run;
  Failures failures;
  failures.add(passed(run.plan("exit/b", StartMethod::fork, StdioMode::tty)));
  EXPECT_EQ(render(guess_lines(failures.guesses(), {}), {}), "");
  CaseResult result = passed(run.plan("exit/b", StartMethod::spawn, StdioMode::tty));
  result.judged.version_text = "3.16.0";
  result.comparison.guessed_helpers = {"helper 1 looks like a helper: python3 -c x"};
  failures.add(result);
  EXPECT_EQ(
      render(guess_lines(failures.guesses(), {}), {}),
      "reference 3.16.0: 1 run has a process that was left out of the tree by a guess. The first, exit/b  "
      "spawn  tty: helper 1 looks like a helper: python3 -c x\n");
  failures.add(result);
  EXPECT_EQ(failures.guesses().front().runs, 2);
}

TEST(Failures, KeepDifferentReasonsApart) {
  TestRun run;
  Failures failures;
  failures.add(wrong_exit(run.plan("exit/b", StartMethod::fork, StdioMode::tty)));
  failures.add(judged(run.plan("exit/b", StartMethod::spawn, StdioMode::tty), Verdict::timeout,
                      ReasonCode::timeout, "still running after 30 s"));
  failures.add(wrong_exit(run.plan("exit/a", StartMethod::fork, StdioMode::tty)));
  failures.add(passed(run.plan("exit/c", StartMethod::fork, StdioMode::tty)));
  const std::vector<Failure> wrong = failures.wrong();
  ASSERT_EQ(wrong.size(), 3U);
  EXPECT_EQ(wrong[0].scenario, "exit/a");
  EXPECT_EQ(wrong[2].judgement.verdict, Verdict::timeout);
}

TEST(Failures, SayWhenOnlyTheDiffsVary) {
  TestRun run;
  Failures failures;
  failures.add(wrong_exit(run.plan("exit/b", StartMethod::fork, StdioMode::tty)));
  CaseResult other = wrong_exit(run.plan("exit/b", StartMethod::spawn, StdioMode::tty));
  other.comparison.differences.front().diff.pop_back();
  failures.add(other);
  failures.add(other);
  EXPECT_NE(
      text_of(failures, {}).find("  fork, spawn on tty\n  3 runs in all\n  differences as in fork, tty\n"),
      std::string::npos);
}

TEST(Failures, ShowEveryDifferenceWithItsReason) {
  TestRun run;
  CaseResult result = wrong_exit(run.plan("exit/b", std::nullopt, StdioMode::tty));
  Difference leak;
  leak.code = ReasonCode::leaked_process;
  leak.reason = "process 1 outlived the run";
  result.comparison.differences.push_back(leak);
  result.comparison.close_races = {"1 ended 3 ms before its creator"};
  result.seen.output_holders = {"4711 sleep"};
  Failures failures;
  failures.add(result);
  const std::string text = text_of(failures, {});
  EXPECT_NE(text.find("exit 0      reaped\n  process 1 outlived the run\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  close race: 1 ended 3 ms before its creator\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  still held the output at the end: 4711 sleep\n"), std::string::npos) << text;
}

TEST(Failures, FoldLongLinesAndCutNothing) {
  TestRun run;
  CaseResult result = wrong_exit(run.plan("exit/b", std::nullopt, StdioMode::tty));
  result.comparison.differences.front().diff = {{DiffLine::Kind::seen, std::string(60, 'x') + "end"}};
  Failures failures;
  failures.add(result);
  const Style narrow{.colour = false, .unicode = true, .columns = 40};
  for (const std::string& line : lines_of(text_of(failures, narrow)))
    EXPECT_LE(columns_of(line), 40) << line;
  EXPECT_NE(text_of(failures, narrow).find("xend"), std::string::npos);
  EXPECT_EQ(text_of(failures, narrow).find("…"), std::string::npos);
}

TEST(Failures, AreHarmless) {
  TestRun run;
  Failures failures;
  failures.add(hostile(run.plan("exit/b", std::nullopt, StdioMode::tty)));
  EXPECT_TRUE(is_harmless(text_of(failures, {}))) << text_of(failures, {});
  const Style ascii{.colour = false, .unicode = false, .columns = 40};
  for (const char c : text_of(failures, ascii))
    EXPECT_TRUE(c == '\n' || (c >= ' ' && c <= '~')) << int(c);
}

TEST(Failures, ColourWhatIsExpectedAndSeen) {
  TestRun run;
  Failures failures;
  failures.add(wrong_exit(run.plan("exit/b", std::nullopt, StdioMode::tty)));
  const std::string text = text_of(failures, {.colour = true, .unicode = true, .columns = 80});
  EXPECT_NE(text.find("\x1b[31m-   child            exit 1      reaped\x1b[0m\n"), std::string::npos);
  EXPECT_NE(text.find("\x1b[32m+   child            exit 0      reaped\x1b[0m\n"), std::string::npos);
}

TEST(SkipLines, TellEachReasonOnce) {
  TestRun run;
  Failures failures;
  for (const StdioMode stdio : {StdioMode::tty, StdioMode::pipe}) {
    failures.add(judged(run.plan("exit/a", std::nullopt, stdio, "cpython"), Verdict::skip, std::nullopt,
                        "no python3"));
  }
  failures.add(judged(run.plan("exit/b", std::nullopt, StdioMode::tty, "cpython"), Verdict::skip,
                      std::nullopt, "no python3"));
  failures.add(
      judged(run.plan("exit/c", std::nullopt, StdioMode::tty), Verdict::skip, std::nullopt, "not here"));
  EXPECT_EQ(render(skip_lines(failures.skipped(), {}), {}),
            "skipped 3 runs of 2 scenarios: no python3\nskipped 1 run of exit/c: not here\n");
}

}  // namespace
}  // namespace harness
