#include "report/terminal/plain_lines.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "record/test_results.hpp"

namespace harness {
namespace {

TestRun small_run() {
  TestRun run;
  run.plan("exit/a", StartMethod::fork, StdioMode::tty);
  run.plan("exit/a", StartMethod::spawn, StdioMode::tty);
  run.plan("join/b", std::nullopt, StdioMode::pipe);
  return run;
}

std::string played(Detail detail) {
  TestRun run = small_run();
  std::ostringstream out;
  TestClock clock;
  PlainLines lines(out, {}, detail, "/suite", clock.reader());
  run.play(lines, [](const Case& c) {
    return c.conditions.start_method == StartMethod::spawn ? wrong_exit(c) : passed(c);
  });
  return out.str();
}

const std::string failure =
    "✗ exit/a  fail (wrong-tree)\n"
    "  child ended with exit 0, expected exit 1\n"
    "  spawn on tty\n"
    "    expected/exit/a.golden:8\n"
    "      program            exit 0\n"
    "    -   child            exit 1      reaped\n"
    "    +   child            exit 0      reaped\n"
    "\n"
    "look closer: exeunt run --verbose exit/a; where the golden is wrong: exeunt accept exit/a\n"
    "2 passed · 1 failed · level trace · 4 at once · 2.1 s · exit 1\n";

TEST(PlainLines, TellChaptersAndFailures) {
  EXPECT_EQ(played(Detail::normal),
            "fail     exit/a  spawn  tty  2.0 s  child ended with exit 0, expected exit 1\n"
            "exit: 1 of 2 passed, 1 failed, 0 ms\n"
            "join: 1 of 1 passed, 0 ms\n"
            "\n" +
                failure);
}

TEST(PlainLines, QuietTellsFailuresAndTheSummaryAlone) {
  EXPECT_EQ(played(Detail::quiet), failure);
}

TEST(PlainLines, VerboseTellsEveryRunWithItsTree) {
  const std::string tree =
      "         program  exit 0            0.5–2003.2 ms  exec program\n"
      "           1      exit 1  reaped    0.5–2003.2 ms\n";
  EXPECT_EQ(played(Detail::verbose), "pass     exit/a  fork  tty  2.0 s\n" + tree +
                                         "fail     exit/a  spawn  tty  2.0 s\n"
                                         "         child ended with exit 0, expected exit 1\n" +
                                         tree + "exit: 1 of 2 passed, 1 failed, 0 ms\n" +
                                         "pass     join/b  pipe  2.0 s\n" + tree +
                                         "join: 1 of 1 passed, 0 ms\n\n" + failure);
}

TEST(PlainLines, AreHarmless) {
  for (const Detail detail : {Detail::quiet, Detail::normal, Detail::verbose}) {
    TestRun run = small_run();
    std::ostringstream out;
    PlainLines lines(out, {}, detail, "/suite");
    run.play(lines, hostile);
    EXPECT_TRUE(is_harmless(out.str())) << out.str();
  }
}

}  // namespace
}  // namespace harness
