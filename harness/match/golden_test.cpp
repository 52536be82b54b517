#include "match/golden.hpp"

#include "match/samples_test.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using samples::complaint;
using samples::golden;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

TEST(Golden, ReadsSectionsInTheirOrder) {
  const Golden read =
      golden("# a comment\n\n-- stdout [tty] --\na\n-- stdout --\nb\n-- processes --\nprogram  exit 0\n");
  EXPECT_THAT(read.preamble, ElementsAre("# a comment", ""));
  EXPECT_THAT(read.order, ElementsAre("stdout", "stdout", "processes"));
  ASSERT_EQ(read.out.size(), 2U);
  EXPECT_EQ(read.out[0].line, 3);
  EXPECT_EQ(read.out[0].condition_text, "tty");
  EXPECT_EQ(read.path, "expected/x.golden");
}

TEST(Golden, TheFirstSectionThatHoldsCounts) {
  const Golden read = golden("-- stdout [tty] --\na\n-- stdout [fork] --\nb\n-- stdout --\nc\n");
  Conditions conditions;
  conditions.start_method = StartMethod::fork;
  conditions.stdio = StdioMode::tty;
  EXPECT_EQ(selected(read.out, conditions)->line, 1);
  conditions.stdio = StdioMode::pipe;
  EXPECT_EQ(selected(read.out, conditions)->line, 3);
  conditions.start_method = StartMethod::spawn;
  EXPECT_EQ(selected(read.out, conditions)->line, 5);
  EXPECT_EQ(selected(read.err, conditions), nullptr);
}

TEST(Golden, ComplainsAboutSections) {
  EXPECT_THAT(
      complaint("-- stduot --\n"),
      StartsWith(
          "expected/x.golden:1: unknown section 'stduot' (closest: 'stdout'); sections are: stdout, stderr"));
  EXPECT_THAT(complaint("hello\n-- stdout --\n"),
              StartsWith("expected/x.golden:1: text before the first section"));
  EXPECT_THAT(complaint("-- stdout --\r\n"), StartsWith("expected/x.golden:1: carriage returns"));
  EXPECT_THAT(complaint(""), StartsWith("expected/x.golden:1: expects nothing"));
  EXPECT_THAT(complaint("-- run --\nargs: x\n"),
              HasSubstr("at least one of the sections stdout, stderr, processes"));
  EXPECT_THAT(complaint("-- stdout --\n-- stdout [tty --\n"),
              StartsWith("expected/x.golden:2: '[' without ']'"));
  EXPECT_THAT(complaint("-- stdout --\na\n-- stdout [ttx] --\n"),
              StartsWith("expected/x.golden:3: unknown condition 'ttx' (closest: 'tty')"));
  EXPECT_THAT(complaint("-- stdout [] --\n"), testing::AnyOf(IsEmpty(), HasSubstr("empty condition")));
}

TEST(Golden, ComplainsAboutSectionsThatCannotBeReached) {
  EXPECT_THAT(complaint("-- stdout --\na\n-- stdout [tty] --\nb\n"),
              StartsWith("expected/x.golden:3: 'stdout [tty]' can never be reached: line 1 takes its place"));
  EXPECT_THAT(complaint("-- stdout --\na\n-- stdout --\nb\n"),
              StartsWith("expected/x.golden:3: 'stdout' can never be reached"));
  EXPECT_THAT(
      complaint("-- stdout [tty] --\n-- stdout [pipe] --\n-- stdout [file] --\n-- stdout --\n"),
      StartsWith(
          "expected/x.golden:4: 'stdout' can never be reached: the sections above leave nothing for it"));
  EXPECT_THAT(complaint("-- stdout [fork, spawn] --\n"),
              StartsWith("expected/x.golden:1: 'stdout [fork, spawn]': the condition can never hold"));
  EXPECT_THAT(complaint("-- stdout [tty] --\n-- stderr [tty] --\n-- stdout --\n-- stderr --\n"), IsEmpty());
}

TEST(Golden, CountsDeclaredSurvivors) {
  const auto survivors = [](std::string_view lines, const Conditions& conditions = {}) {
    return declared_survivors(golden("-- processes --\nprogram  exit 0\n" + std::string(lines)), conditions);
  };
  EXPECT_EQ(survivors("  a  exit 0  reaped\n  b  exit 0  zombie\n  c  *  leaked\n"), 0);
  EXPECT_EQ(survivors("  a  exit 0  orphaned\n  b  exit 0  orphaned  ?\n"), 2);
  EXPECT_EQ(survivors("  2..3x a  exit 0  orphaned\n"), 3);
  EXPECT_EQ(survivors("  3x a  exit 0  reaped\n    2x b  exit 0  orphaned\n"), 6);
  EXPECT_EQ(survivors("  a  exit 0  *\n"), 1);
  EXPECT_EQ(survivors("  100000x a  exit 0  orphaned\n    100000x b  exit 0  orphaned\n"), 1'000'000);
  EXPECT_EQ(declared_survivors(golden("-- stdout --\n"), {}), 0);
}

TEST(Golden, AllOfTheSuiteCanBeRead) {
  int read = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(EXEUNT_SOURCE_DIR "/expected")) {
    if (file.path().extension() != ".golden") continue;
    EXPECT_NO_THROW(parse_golden(read_file(file.path()), file.path())) << file.path();
    ++read;
  }
  EXPECT_GT(read, 0);
}

TEST(Golden, EmptyIsWhatThereIsBeforeAGolden) {
  EXPECT_EQ(declared_survivors(Golden{}, {}), 0);
  EXPECT_FALSE(run_options(Golden{}, {}).timeout);
}

TEST(Golden, HasLargeStatusesWhereWindowsHasThem) {
  const std::string tree = "program  exit 4294967295\n";
  EXPECT_EQ(complaint("-- processes [spawn, windows] --\n" + tree), "");
  EXPECT_THAT(complaint("-- processes [windows|spawn] --\n" + tree), HasSubstr("above 255"));
  EXPECT_THAT(complaint("-- processes --\n" + tree), HasSubstr("above 255"));
}

}  // namespace
}  // namespace harness
