#include "report/files/github.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "record/test_results.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

struct Written {
  std::string annotations;
  std::string page;
};

template <class Judge>
Written written(TestRun& run, Judge judge) {
  std::ostringstream annotations;
  std::ostringstream page;
  Github github(annotations, &page, "/suite");
  run.play(github, judge);
  return {annotations.str(), page.str()};
}

TEST(Github, AnnotatesThePlaceInTheGolden) {
  TestRun run;
  run.plan("exit/a", StartMethod::fork, StdioMode::tty);
  run.plan("exit/a", StartMethod::spawn, StdioMode::tty);
  EXPECT_EQ(written(run, wrong_exit).annotations,
            "::error file=expected/exit/a.golden,line=8,title=exit/a%3A fail::child ended with exit 0, "
            "expected exit 1"
            "%0Afork, spawn on tty%0A  program            exit 0%0A-   child            exit 1      reaped"
            "%0A+   child            exit 0      reaped\n");
}

TEST(Github, WritesAPage) {
  TestRun run;
  run.plan("exit/a", StartMethod::fork, StdioMode::tty);
  run.plan("join/b", StartMethod::fork, StdioMode::tty);
  const auto judge = [](const Case& c) { return c.scenario->name == "exit/a" ? wrong_exit(c) : passed(c); };
  EXPECT_EQ(written(run, judge).page,
            "## exeunt\n\n"
            "1 passed · 1 failed · level trace · 4 at once · 2.1 s · exit 1\n\n"
            "| chapter | passed | failed | broken | skipped | known failures |\n|---|--:|--:|--:|--:|--:|\n"
            "| exit | 0 | 1 | 0 | 0 | 0 |\n"
            "| join | 1 | 0 | 0 | 0 | 0 |\n\n"
            "### exit/a: fail\n\nchild ended with exit 0, expected exit 1\n\nfork on tty\n\n"
            "expected/exit/a.golden:8\n\n"
            "```diff\n  program            exit 0\n-   child            exit 1      reaped\n"
            "+   child            exit 0      reaped\n```\n");
}

TEST(Github, WritesNoMoreThanTenAnnotations) {
  TestRun run;
  for (int i = 0; i < 13; ++i)
    run.plan("exit/a" + std::to_string(i), StartMethod::fork, StdioMode::tty);
  const std::vector<std::string> lines = lines_of(written(run, wrong_exit).annotations);
  EXPECT_EQ(std::count_if(lines.begin(), lines.end(),
                          [](const auto& line) { return line.starts_with("::error "); }),
            10);
  EXPECT_EQ(lines.back(), "::notice title=exeunt::3 more failures: see the summary of this step");
}

TEST(Github, IsHarmless) {
  TestRun run;
  run.plan("exit/a", StartMethod::fork, StdioMode::tty);
  const Written text = written(run, hostile);
  EXPECT_TRUE(is_harmless(text.annotations)) << text.annotations;
  EXPECT_TRUE(is_harmless(text.page)) << text.page;
  EXPECT_EQ(lines_of(text.annotations).size(), 1U);
  EXPECT_NE(text.page.find("\n````diff\n"), std::string::npos) << "a fence longer than any backticks within";
}

TEST(Github, EscapesAsTheRunnerAsks) {
  EXPECT_EQ(github_property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
  EXPECT_EQ(github_message("50%\r\nx:y"), "50%25%0D%0Ax:y");
}

}  // namespace
}  // namespace harness
