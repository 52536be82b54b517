#include "report/terminal/board_lines.hpp"

#include <gtest/gtest.h>

#include "record/test_results.hpp"
#include "report/terminal/columns.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

using namespace std::chrono_literals;
using Time = Progress::Clock::time_point;

struct Board {
  TestRun run;
  Progress progress;

  Board(const std::vector<std::string>& scenarios, const std::vector<std::string>& implementations) {
    for (const std::string& scenario : scenarios) {
      for (const std::string& implementation : implementations) {
        run.plan(scenario, StartMethod::fork, StdioMode::tty, implementation);
        run.plan(scenario, StartMethod::spawn, StdioMode::tty, implementation);
      }
    }
    progress.started(run.planned(), Time{});
  }
  void start(std::size_t i, Time now) { progress.started_case(run.cases().at(i), now); }
  void finish(std::size_t i, Time now, bool well) {
    const Case& c = run.cases().at(i);
    progress.finished(well ? passed(c) : wrong_exit(c), now);
  }
  std::string text(int columns, int rows, Time now, bool unicode = true) const {
    const Style style{.colour = false, .unicode = unicode, .columns = columns};
    return render(board_lines(progress, style, rows, now), style);
  }
};

TEST(BoardLines, AtTheStart) {
  const Board board({"exit/a", "join/b"}, {"reference"});
  EXPECT_EQ(board.text(60, 24, Time{}),
            "  exit  ────────────────────────────── 0/2        \n"
            "  join  ────────────────────────────── 0/2        \n");
}

TEST(BoardLines, WhileItRuns) {
  Board board({"exit/a", "join/b"}, {"reference"});
  board.start(0, Time{});
  board.start(1, Time{});
  board.start(2, Time{});
  board.finish(0, Time{} + 61ms, true);
  board.finish(1, Time{} + 2100ms, false);
  EXPECT_EQ(board.text(70, 24, Time{} + 2500ms),
            "✗ exit  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 2/2   2.1 s  1 failed\n"
            "▸ join  ────────────────────────────── 0/2   2.5 s\n"
            "  1 running: join/b  fork  tty\n");
  EXPECT_EQ(board.text(40, 24, Time{} + 2500ms),
            "✗ exit  ━━━━━━━━━━━━━━━━━ 2/2   2.1 s 1✗\n"
            "▸ join  ───────────────── 0/2   2.5 s\n"
            "  1 running: join/b  fork  tty\n");
}

TEST(BoardLines, ABarIsFullOnlyWhenAllIsDone) {
  Board board({"exit/a"}, {"reference"});
  board.finish(0, Time{}, true);
  EXPECT_NE(board.text(60, 24, Time{}).find("━─"), std::string::npos);
  board.finish(1, Time{}, true);
  EXPECT_EQ(board.text(60, 24, Time{}).find("─"), std::string::npos);
}

TEST(BoardLines, SetsImplementationsBesideEachOther) {
  Board board({"exit/a"}, {"reference", "cpython"});
  board.start(2, Time{});
  board.finish(2, Time{} + 61ms, true);
  EXPECT_EQ(board.text(64, 24, Time{} + 61ms),
            "        reference                cpython 3.11.2         \n"
            "  exit  ──────────────── 0/2     ━━━━━━━━──────── 1/2      0.1 s\n");
  EXPECT_NE(board.text(30, 24, Time{}).find(" 1/4"), std::string::npos)
      << "counted together where it is narrow";
}

TEST(BoardLines, OneLineStandsForAllWhereTheTerminalIsLow) {
  Board board({"a/a", "b/b", "c/c"}, {"reference"});
  board.start(0, Time{});
  board.finish(0, Time{} + 1s, true);
  const std::vector<std::string> lines = lines_of(board.text(60, 2, Time{} + 1s));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_NE(lines.front().find("all"), std::string::npos);
  EXPECT_NE(lines.front().find("1/6"), std::string::npos);
}

TEST(BoardLines, NeverWiderOrHigherThanTheTerminal) {
  std::vector<std::string> scenarios;
  for (const char* chapter : {"attributes", "startmethod", "signals", "a_chapter_with_a_long_name"}) {
    for (int i = 0; i < 60; ++i)
      scenarios.push_back(std::string(chapter) + "/scenario_" + std::to_string(i));
  }
  for (const std::vector<std::string>& implementations :
       {std::vector<std::string>{"reference"}, std::vector<std::string>{"reference", "cpython", "other"}}) {
    Board board(scenarios, implementations);
    for (std::size_t i = 0; i < board.run.cases().size(); ++i) {
      board.start(i, Time{});
      if (i % 3 == 0) board.finish(i, Time{} + 100min, i % 2 == 0);
    }
    for (const int columns : {40, 41, 60, 79, 80, 120, 200}) {
      for (const bool unicode : {true, false}) {
        const std::vector<std::string> lines = lines_of(board.text(columns, 24, Time{} + 101min, unicode));
        for (const std::string& line : lines)
          EXPECT_LE(columns_of(line), columns) << line;
        for (const std::string& line : lines)
          EXPECT_EQ(line.find("scenarios"), std::string::npos);
      }
    }
    EXPECT_LE(lines_of(board.text(80, 3, Time{})).size(), 3U);
  }
}

TEST(BoardLines, InAsciiWhereTheTerminalKnowsNoMore) {
  Board board({"exit/a"}, {"reference"});
  board.start(0, Time{});
  board.finish(0, Time{}, true);
  for (const char c : board.text(80, 24, Time{}, false))
    EXPECT_TRUE(c == '\n' || (c >= ' ' && c <= '~'));
}

}  // namespace
}  // namespace harness
