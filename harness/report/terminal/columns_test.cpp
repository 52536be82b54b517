#include "report/terminal/columns.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

using testing::ElementsAre;

TEST(Columns, CountsWhatATerminalShows) {
  EXPECT_EQ(columns_of("größer ✓"), 8);
  EXPECT_EQ(columns_of("日本"), 4);
  EXPECT_EQ(columns_of("e\u0301"), 1);
  EXPECT_EQ(columns_of(""), 0);
}

TEST(Cut, KeepsWithinTheColumns) {
  EXPECT_EQ(cut("Exiting", 7, "…"), "Exiting");
  EXPECT_EQ(cut("Exiting", 6, "…"), "Exiti…");
  EXPECT_EQ(cut("日本語", 4, "…"), "日…");
  EXPECT_EQ(cut("abc", 0, "…"), "");
}

TEST(Padded, CountsColumnsNotBytes) {
  EXPECT_EQ(padded("ä", 3), "ä  ");
  EXPECT_EQ(padded("abcd", 3), "abcd");
}

TEST(Wrapped, BreaksAtSpaces) {
  EXPECT_THAT(wrapped("one two three", 8), ElementsAre("one two", "three"));
  EXPECT_THAT(wrapped("one two three", 0), ElementsAre("one two three"));
  EXPECT_THAT(wrapped("", 8), ElementsAre(""));
}

TEST(Wrapped, BreaksALongWordWhereItMust) {
  EXPECT_THAT(wrapped("a abcdefghij b", 4), ElementsAre("a", "abcd", "efgh", "ij b"));
}

TEST(Folded, KeepsEverySpace) {
  EXPECT_THAT(folded("  a  b", 4), ElementsAre("  a ", " b"));
  EXPECT_THAT(folded("child   exit 1   reaped", 20), ElementsAre("child   exit 1   ", "reaped"));
  EXPECT_THAT(folded("", 4), ElementsAre(""));
  EXPECT_THAT(folded("日本", 1), ElementsAre("日", "本"));
}

}  // namespace
}  // namespace harness
