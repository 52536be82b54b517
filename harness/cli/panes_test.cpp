#include "cli/panes.hpp"

#include <gtest/gtest.h>

namespace harness {
namespace {

std::vector<Pane> three() {
  return {{"A", {{{"int x;"}}, {{"int yy;"}}}}, {"B", {{{"y = 1"}}}}, {"C", {{{"-- z --"}}}}};
}

std::string text(int columns) {
  const Style style{.colour = false, .unicode = true, .columns = columns};
  return render(arranged(three(), style), style);
}

TEST(Arranged, SideBySideWhereAllFit) {
  EXPECT_EQ(text(40),
            "A          B        C\n"
            "int x;     y = 1    -- z --\n"
            "int yy;             \n");
}

TEST(Arranged, AsManyAsFit) {
  EXPECT_EQ(text(20),
            "A          B\n"
            "int x;     y = 1\n"
            "int yy;    \n"
            "\n"
            "C\n"
            "-- z --\n");
}

TEST(Arranged, OneBelowAnotherWhereItIsNarrowOrNoTerminal) {
  const std::string stacked = "A\nint x;\nint yy;\n\nB\ny = 1\n\nC\n-- z --\n";
  EXPECT_EQ(text(8), stacked);
  EXPECT_EQ(text(0), stacked);
}

}  // namespace
}  // namespace harness
