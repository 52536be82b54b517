#include "match/widened.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;

Golden golden(const std::string& text) {
  return parse_golden(text, "x.golden");
}

Conditions under(StdioMode stdio, const std::string& platform = "linux") {
  Conditions conditions;
  conditions.start_method = StartMethod::fork;
  conditions.stdio = stdio;
  conditions.platform = platform;
  return conditions;
}

TEST(Widened, IsWhatNobodySawAndChangesToo) {
  const std::vector<Conditions> seen{under(StdioMode::pipe), under(StdioMode::tty)};
  EXPECT_THAT(widened(golden("-- stdout [linux, reference, fork] --\na\n-- stdout --\nx\n"),
                      golden("-- stdout [linux, reference, fork] --\nb\n-- stdout --\nx\n"), seen),
              UnorderedElementsAre("platform linux-musl", "stdio file"));
}

TEST(Widened, IsNothingWhereASectionIsOfWhatWasSeenAlone) {
  const std::vector<Conditions> seen{under(StdioMode::pipe, "windows")};
  EXPECT_THAT(widened(golden("-- stdout --\na\n"),
                      golden("-- stdout [windows, fork, pipe, reference] --\nb\n-- stdout --\na\n"), seen),
              IsEmpty());
}

TEST(Widened, IsNothingForANewGolden) {
  const std::vector<Conditions> seen{under(StdioMode::pipe)};
  EXPECT_THAT(widened(Golden{}, golden("-- stdout --\na\n"), seen), IsEmpty());
}

TEST(Widened, NamesTheCombinationWhereEachPartWasSeen) {
  Conditions other = under(StdioMode::tty);
  other.start_method = StartMethod::spawn;
  other.implementation = "cpython";
  const std::vector<Conditions> seen{under(StdioMode::pipe), other};
  EXPECT_THAT(widened(golden("-- stdout [linux, fork, tty, reference] --\na\n-- stdout --\nx\n"),
                      golden("-- stdout [linux, fork, tty, reference] --\nb\n-- stdout --\nx\n"), seen),
              UnorderedElementsAre("platform linux-musl", "fork on tty by reference on linux"));
}

}  // namespace
}  // namespace harness
