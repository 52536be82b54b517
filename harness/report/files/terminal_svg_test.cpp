#include "report/files/terminal_svg.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(TerminalSvg, EverySpanStandsAtItsColumnAndIsAsWideAsItsCells) {
  const std::string picture =
      terminal_svg({{{"ab", Colour::plain}, {"  "}, {"c─d", Colour::green}}}, 80, "t");
  EXPECT_THAT(picture, HasSubstr("<text x=\"14.0\" y=\"27\" textLength=\"15.6\">ab</text>"));
  EXPECT_THAT(picture, HasSubstr("<text x=\"45.2\" y=\"27\" textLength=\"23.4\" class=\"green\">c─d</text>"));
}

TEST(TerminalSvg, BlanksAroundATextAreNotStretched) {
  EXPECT_THAT(terminal_svg({{{"  a "}}}, 80, "t"),
              HasSubstr("<text x=\"29.6\" y=\"27\" textLength=\"7.8\">a</text>"));
}

TEST(TerminalSvg, ALongLineIsCutAtTheLastColumn) {
  const std::string picture = terminal_svg({{{"abcdef"}, {"ghi"}}}, 4, "t");
  EXPECT_THAT(picture, HasSubstr(">abc…</text>"));
  EXPECT_THAT(picture, Not(HasSubstr("ghi")));
}

TEST(TerminalSvg, TextFromOutsideIsEscaped) {
  const std::string picture = terminal_svg({{{"<script>&"}}}, 80, "a <b>");
  EXPECT_THAT(picture, HasSubstr("&lt;script&gt;&amp;"));
  EXPECT_THAT(picture, HasSubstr("<title>a &lt;b&gt;</title>"));
}

TEST(TerminalSvg, NamesNothingFromElsewhere) {
  const std::string picture = terminal_svg({{{"a"}}}, 80, "t");
  EXPECT_THAT(picture, Not(HasSubstr("href")));
  EXPECT_THAT(picture, Not(HasSubstr("url(")));
}

}  // namespace
}  // namespace harness
