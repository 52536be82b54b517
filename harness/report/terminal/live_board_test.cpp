#include "report/terminal/live_board.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "record/test_results.hpp"
#include "support/escape.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

// Obeys the few sequences that the board may use; anything else fails the test.
class Screen {
 public:
  explicit Screen(int columns) : columns_(columns) {}

  void obey(std::string_view bytes) {
    while (!bytes.empty()) {
      if (bytes.starts_with("\x1b[")) {
        const std::size_t end = bytes.find_first_of("ABCDHJKhlm", 2);
        ASSERT_NE(end, std::string_view::npos);
        sequence(bytes.substr(2, end - 2), bytes[end]);
        bytes.remove_prefix(end + 1);
        continue;
      }
      const std::string_view character = first_character(bytes);
      put(character);
      bytes.remove_prefix(character.size());
    }
  }

  std::vector<std::string> lines() const {
    std::vector<std::string> joined;
    for (const std::vector<std::string>& row : rows_) {
      std::string line;
      for (const std::string& cell : row)
        line += cell;
      line.erase(line.find_last_not_of(' ') + 1);
      joined.push_back(line);
    }
    return joined;
  }
  bool cursor_shown = true;
  int wrapped = 0;

 private:
  void sequence(std::string_view parameter, char final) {
    if (final == 'A')
      row_ -= std::stoi(std::string(parameter));
    else if (final == 'K')
      rows_.at(row()).resize(column_);
    else if (final == 'J') {
      rows_.resize(row() + 1);
      rows_.at(row()).resize(column_);
    } else if (parameter == "?25")
      cursor_shown = final == 'h';
    else
      ASSERT_EQ(final, 'm') << parameter;
    ASSERT_GE(row_, 0);
  }
  void put(std::string_view character) {
    if (character == "\r") {
      column_ = 0;
    } else if (character == "\n") {
      ++row_;
      column_ = 0;
      if (row() >= rows_.size()) rows_.resize(row() + 1);
    } else {
      if (static_cast<int>(column_) >= columns_) ++wrapped;
      std::vector<std::string>& cells = rows_.at(row());
      if (cells.size() <= column_) cells.resize(column_ + 1, " ");
      cells.at(column_++) = character;
    }
  }
  std::size_t row() const { return static_cast<std::size_t>(row_); }

  int columns_;
  int row_ = 0;
  std::size_t column_ = 0;
  std::vector<std::vector<std::string>> rows_{1};
};

struct Terminal {
  std::ostringstream out;
  TestClock clock;
  TerminalSize size{101, 24};
  Style style{.colour = true, .unicode = true, .columns = 0};

  LiveBoard board(Detail detail) {
    return LiveBoard(
        out, style, detail, "/suite", [this] { return size; }, clock.reader());
  }
  Screen screen() const {
    Screen shown(size.columns);
    shown.obey(out.str());
    return shown;
  }
};

TestRun two_chapters() {
  TestRun run;
  run.plan("exit/a", StartMethod::fork, StdioMode::tty);
  run.plan("exit/a", StartMethod::spawn, StdioMode::tty);
  run.plan("join/b", std::nullopt, StdioMode::pipe);
  return run;
}

TEST(LiveBoard, RedrawsInPlace) {
  TestRun run = two_chapters();
  Terminal terminal;
  LiveBoard board = terminal.board(Detail::normal);
  board.started(run.planned());
  EXPECT_FALSE(terminal.screen().cursor_shown);
  for (int i = 0; i < 50; ++i) {
    if (i == 10) board.started_case(run.cases()[0]);
    if (i == 20) board.finished(passed(run.cases()[0]));
    terminal.clock.now += 100ms;
    board.tick();
  }
  EXPECT_THAT(terminal.screen().lines(), ElementsAre(StartsWith("  exit  ━"), StartsWith("  join  ─"), ""));
  EXPECT_EQ(terminal.screen().wrapped, 0);
}

TEST(LiveBoard, EndsWithFailuresAndSummary) {
  TestRun run = two_chapters();
  Terminal terminal;
  LiveBoard board = terminal.board(Detail::normal);
  run.play(board, [](const Case& c) { return c.scenario->name == "join/b" ? wrong_exit(c) : passed(c); });
  const std::vector<std::string> lines = terminal.screen().lines();
  ASSERT_EQ(lines.size(), 14U) << testing::PrintToString(lines);
  EXPECT_THAT(lines[0], StartsWith("✓ exit"));
  EXPECT_THAT(lines[1], StartsWith("✗ join"));
  EXPECT_EQ(lines[2], "");
  EXPECT_EQ(lines[3], "✗ join/b  fail (wrong-tree)");
  EXPECT_EQ(lines[4], "  child ended with exit 0, expected exit 1");
  EXPECT_EQ(lines[6], "    expected/join/b.golden:8");
  EXPECT_THAT(lines[11], StartsWith("look closer: exeunt run --verbose join/b;"));
  EXPECT_THAT(lines[12], StartsWith("2 passed · 1 failed · level trace"));
  EXPECT_TRUE(terminal.screen().cursor_shown);
}

TEST(LiveBoard, QuietShowsNoBoard) {
  TestRun run = two_chapters();
  Terminal terminal;
  LiveBoard board = terminal.board(Detail::quiet);
  run.play(board, [&](const Case& c) {
    board.tick();
    return passed(c);
  });
  EXPECT_THAT(terminal.screen().lines(),
              ElementsAre("3 passed · level trace · 4 at once · 2.1 s · exit 0", ""));
}

TEST(LiveBoard, VerbosePutsRunsAboveTheBoard) {
  TestRun run = two_chapters();
  Terminal terminal;
  LiveBoard board = terminal.board(Detail::verbose);
  board.started(run.planned());
  board.started_case(run.cases()[0]);
  board.finished(passed(run.cases()[0]));
  EXPECT_THAT(terminal.screen().lines(),
              ElementsAre("pass     exit/a  fork  tty  2.0 s",             //
                          StartsWith("         program  exit 0"),          //
                          StartsWith("           1      exit 1  reaped"),  //
                          StartsWith("  exit  ━"), StartsWith("  join  ─"), ""));
}

TEST(LiveBoard, FollowsATerminalThatGrowsNarrow) {
  TestRun run = two_chapters();
  Terminal terminal;
  LiveBoard board = terminal.board(Detail::normal);
  board.started(run.planned());
  board.started_case(run.cases()[0]);
  terminal.size = {24, 24};
  const std::size_t before = terminal.out.str().size();
  board.tick();
  // Two lines of 60 columns, and one of 32, on a terminal of 24.
  EXPECT_THAT(terminal.out.str().substr(before), StartsWith("\r\x1b[6A")) << visible(terminal.out.str());
}

TEST(LiveBoard, ShowsTheCursorAgainWhateverHappens) {
  TestRun run = two_chapters();
  Terminal terminal;
  {
    LiveBoard board = terminal.board(Detail::normal);
    board.started(run.planned());
    EXPECT_FALSE(terminal.screen().cursor_shown);
  }
  EXPECT_TRUE(terminal.screen().cursor_shown);
}

TEST(LiveBoard, IsHarmlessWithHostileOutput) {
  for (const Detail detail : {Detail::quiet, Detail::normal, Detail::verbose}) {
    TestRun run = two_chapters();
    Terminal terminal;
    terminal.style.colour = false;
    LiveBoard board = terminal.board(detail);
    run.play(board, hostile);
    const std::vector<std::string> lines =
        terminal.screen().lines();  // fails for any sequence of the program's
    EXPECT_THAT(lines.back(), "");
  }
}

}  // namespace
}  // namespace harness
