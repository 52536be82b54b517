#include "match/shown_text.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

TEST(WithoutTerminalLineEnds, UndoesWhatATerminalDoes) {
  EXPECT_EQ(without_terminal_line_ends("a\r\nb\r\n"), "a\nb\n");
  EXPECT_EQ(without_terminal_line_ends("a\rb\n\r"), "a\rb\n\r");
  EXPECT_EQ(without_terminal_line_ends("a\r\r\n"), "a\r\n");
  EXPECT_EQ(without_terminal_line_ends(""), "");
}

TEST(QuotedText, IsVisibleAndShort) {
  EXPECT_EQ(quoted_text("a\tb"), "\"a\\tb\"");
  EXPECT_EQ(quoted_text(std::string(150, 'x')), "\"" + std::string(100, 'x') + "…\" (150 bytes)");
}

TEST(ShownLine, IsCutAroundWhatIsInteresting) {
  std::string line(1000, 'x');
  line[500] = 'y';
  EXPECT_THAT(shown_line(line, 500), testing::HasSubstr("y"));
  EXPECT_THAT(shown_line(line, 500),
              testing::AllOf(testing::StartsWith("…"), testing::EndsWith("… (1,000 bytes)")));
  EXPECT_EQ(shown_line("short", 3), "short");
}

TEST(ShownLine, IsCutBetweenCharacters) {
  std::string line;
  for (int i = 0; i < 300; ++i)
    line += "é";
  for (std::size_t at = 0; at < line.size(); at += 7) {
    EXPECT_THAT(shown_line(line, at), testing::Not(testing::HasSubstr("\\x"))) << at;
  }
}

TEST(Counted, GroupsThousandsAndKnowsOne) {
  EXPECT_EQ(counted(1, "line"), "1 line");
  EXPECT_EQ(counted(0, "line"), "0 lines");
  EXPECT_EQ(counted(1'234'567, "byte"), "1,234,567 bytes");
  EXPECT_EQ(grouped(999), "999");
}

TEST(DurationText, ChoosesAUnit) {
  EXPECT_EQ(duration_text(5000), "5 s");
  EXPECT_EQ(duration_text(1500), "1.5 s");
  EXPECT_EQ(duration_text(500), "500 ms");
  EXPECT_EQ(duration_text(3.21), "3.2 ms");
}

}  // namespace
}  // namespace harness
