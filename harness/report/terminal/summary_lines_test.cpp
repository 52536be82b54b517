#include "report/terminal/summary_lines.hpp"

#include <gtest/gtest.h>

#include "report/terminal/columns.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

Summary everything() {
  Summary summary;
  summary.passed = 60;
  summary.failed = 2;
  summary.broken = 1;
  summary.skipped = 3;
  summary.known_failures = 1;
  summary.not_checked = 12;
  summary.close_races = 2;
  summary.wall_ms = 4130;
  return summary;
}

const RunFacts facts{67, Level::adopt, "ptrace is not permitted", 16};

TEST(SummaryLines, TellsEveryCount) {
  EXPECT_EQ(render(summary_lines(everything(), facts, {}), {}),
            "60 passed · 2 failed · 1 broken · 3 skipped · 1 known failure · 12 facts not checked · 2 close "
            "races · "
            "level adopt (ptrace is not permitted) · 16 at once · 4.1 s · exit 2\n");
}

TEST(SummaryLines, LeavesOutWhatIsZero) {
  Summary summary;
  summary.passed = 1;
  summary.wall_ms = 61;
  EXPECT_EQ(render(summary_lines(summary, {1, Level::trace, "", 1}, {}), {}),
            "1 passed · level trace · 1 at once · 61 ms · exit 0\n");
}

TEST(SummaryLines, TellsThatItIsNotAll) {
  Summary summary;
  summary.passed = 3;
  summary.interrupted = true;
  EXPECT_EQ(render(summary_lines(summary, facts, {}), {}).substr(0, 42),
            "interrupted after 3 of 67 runs · 3 passed");
}

TEST(SummaryLines, NeverWiderThanTheTerminal) {
  for (const int columns : {20, 40, 80}) {
    for (const bool unicode : {true, false}) {
      const Style style{.colour = false, .unicode = unicode, .columns = columns};
      for (const std::string& line : lines_of(render(summary_lines(everything(), facts, style), style))) {
        EXPECT_LE(columns_of(line), columns) << line;
        EXPECT_EQ(line.find("…"), std::string::npos) << "cut: " << line;
      }
    }
  }
}

TEST(Duration, InWordsOfItsSize) {
  EXPECT_EQ(duration(61.4), "61 ms");
  EXPECT_EQ(duration(2100), "2.1 s");
  EXPECT_EQ(duration(132'000), "2 min 12 s");
  EXPECT_EQ(duration(3'720'000), "1 h 02 min");
}

}  // namespace
}  // namespace harness
