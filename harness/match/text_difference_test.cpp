#include "match/text_difference.hpp"

#include "match/samples_test.hpp"

namespace harness {
namespace {

using samples::golden;
using samples::marked;
using samples::observed;
using samples::repeated;
using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

Difference difference(const std::string& expected, const std::string& out) {
  const Comparison found = compare(observed(out), golden("-- stdout --\n" + expected), Conditions{});
  EXPECT_EQ(found.differences.size(), 1U);
  return found.differences.empty() ? Difference{} : found.differences.front();
}

std::string reason(const std::string& expected, const std::string& out) {
  return difference(expected, out).reason;
}

TEST(TextDifference, NamesTheFirstLineThatDiffers) {
  const Difference found = difference("a\nb\nExitcode: 1\nd\n", "a\nb\nExitcode: 0\nd\n");
  EXPECT_EQ(found.reason, "stdout line 3: expected \"Exitcode: 1\", saw \"Exitcode: 0\"");
  EXPECT_EQ(found.line, 4);
  EXPECT_EQ(found.golden, "expected/x.golden");
  EXPECT_EQ(found.code, ReasonCode::wrong_output);
  EXPECT_THAT(marked(found), ElementsAre(" a", " b", "-Exitcode: 1", "+Exitcode: 0", " d"));
}

TEST(TextDifference, TellsMissingLines) {
  EXPECT_EQ(reason("a\nb\nc\n", "a\n"), "stdout lacks its last 2 lines, beginning with \"b\"");
  EXPECT_EQ(reason("a\nb\n", "a\n"), "stdout lacks its last line, \"b\"");
  EXPECT_EQ(reason("a\nb\nc\n", "a\nc\n"), "stdout lacks \"b\" before line 2");
  EXPECT_EQ(reason("a\nb\nb\nc\n", "a\nc\n"), "stdout lacks 2 lines before line 2, beginning with \"b\"");
  EXPECT_EQ(reason("a\nb\n", ""), "stdout is empty, expected 2 lines, beginning with \"a\"");
  EXPECT_EQ(reason("a\n", ""), "stdout is empty, expected 1 line: \"a\"");
  EXPECT_EQ(difference("a\nb\nc\n", "a\nc\n").line, 3);
}

TEST(TextDifference, TellsLinesTooMany) {
  EXPECT_EQ(reason("a\nc\n", "a\nb\nc\n"), "stdout line 2: \"b\" is not expected");
  EXPECT_EQ(reason("a\n", "a\nb\nc\n"), "stdout goes on after its expected end: \"b\" and 1 more line");
  EXPECT_EQ(difference("a\nc\n", "a\nb\nc\n").line, 2);
  const Comparison found = compare(observed("a\nb\n"), golden("-- stderr --\n"), Conditions{});
  EXPECT_EQ(found.differences.front().reason, "stdout should be empty, saw \"a\" and 1 more line");
  EXPECT_EQ(found.differences.front().line, 0);
}

TEST(TextDifference, TellsAboutTheLastNewline) {
  EXPECT_EQ(reason("a\n", "a"), "stdout lacks the newline at its end");
  EXPECT_EQ(reason("a{{no newline}}\n", "a\n"), "stdout ends in a newline, expected none");
}

TEST(TextDifference, ShowsWhatCannotBeSeen) {
  EXPECT_EQ(reason("a b\n", "a\tb\n"), "stdout line 1: expected \"a b\", saw \"a\\tb\"");
  EXPECT_EQ(reason("a\n", "a \n"), "stdout line 1: expected \"a\", saw \"a·\"");
  EXPECT_THAT(marked(difference("a\n", "\x1b[2J\n")), Contains("+\\e[2J"));
}

TEST(TextDifference, TellsWhatReferencesStandFor) {
  EXPECT_EQ(reason("[[x:[0-9]+]]\n[[x]]\n", "4\n5\n"),
            "stdout line 2: expected \"[[x]]\" (here \"4\"), saw \"5\"");
  EXPECT_EQ(reason("[[pid program]]\n", "1\n"),
            "stdout line 1: expected \"[[pid program]]\" (here \"107\"), saw \"1\"");
  EXPECT_EQ(reason("[[pid 1]]\n", "1\n"),
            "stdout line 1: expected \"[[pid 1]]\" (there was no process 1), saw \"1\"");
}

TEST(TextDifference, ABindingThatIsMissingIsBlamedAlone) {
  EXPECT_EQ(reason("a\n[[x:[0-9]+]]\nb\n[[x]]\n", "a\nnone\nb\n4\n"),
            "stdout line 2: expected \"[[x:[0-9]+]]\", saw \"none\"");
}

TEST(TextDifference, ABindingThatMovedIsFound) {
  EXPECT_EQ(reason("a\n[[x:[0-9]+]]\n[[x]]!\n", "4\n4!\n"), "stdout lacks \"a\" before line 1");
}

TEST(TextDifference, LinesOfABlockAreComparedAsTheyCame) {
  const Difference found = difference("{{any order}}\na\nb\nc\n{{end}}\nd\n", "c\nx\na\nd\n");
  EXPECT_EQ(found.reason, "stdout line 2: \"x\" is not expected");
  EXPECT_THAT(marked(found), ElementsAre(" c", "+x", " a", "-b", " d"));
}

TEST(TextDifference, NamesThatDoNotAgreeHaveTheirOwnSentence) {
  const std::string text =
      "{{any order}}\n[[x:[0-9]]] up\n[[y:[0-9]]] up\n{{end}}\n{{any order}}\n[[x]] down [[x]]\n[[y]] "
      "down\n{{end}}\n";
  EXPECT_THAT(reason(text, "1 up\n2 up\n3 down 3\n1 down\n"), StartsWith("stdout"));
}

TEST(TextDifference, LongEqualPartsAreLeftOut) {
  const std::string many = repeated("same\n", 100);
  const Difference found = difference(many + "a\n" + many, many + "b\n" + many);
  EXPECT_THAT(marked(found), ElementsAre("~… 97 equal lines", " same", " same", " same", "-a", "+b", " same",
                                         " same", " same", "~… 97 equal lines"));
}

TEST(TextDifference, LongLinesAreShownWhereTheyDiffer) {
  const std::string start(5000, 'x');
  const Difference found = difference(start + "a" + start + "\n", start + "b" + start + "\n");
  EXPECT_THAT(found.reason, EndsWith("which differ from byte 5,001 on"));
  EXPECT_LT(found.reason.size(), 400U);
  EXPECT_THAT(found.diff.at(0).text, HasSubstr("xax"));
  EXPECT_THAT(found.diff.at(1).text, HasSubstr("xbx"));
  EXPECT_LT(found.diff.at(0).text.size(), 300U);
}

void differ(const std::string& expected, const std::string& out) {
  const Golden read = golden("-- stdout --\n" + expected);
  EXPECT_FALSE(compare(observed(out), read, Conditions{}).differences.empty());
}

// With time or memory of another order these would not end before the test's limit.
TEST(TextDifference, HostileSizesAreNoTrouble) {
  const std::string many = repeated("a\n", 200'000);
  const std::string others = repeated("b\n", 200'000);
  differ(many, others);
  differ("a\n", others);
  differ("a\n", std::string(50'000'000, '\n'));
  differ(repeated("{{a+}}\n", 300), repeated(std::string(1 << 18, 'b') + "\n", 300));
  differ("{{any order}}\n" + many + "{{end}}\n", others);
  differ("{{any order}}\n" + repeated("{{a+}}\n", 500) + "{{end}}\n", repeated("b\n", 500));
}

TEST(TextDifference, OfAHugeDifferenceLittleIsShown) {
  const Difference found = difference(repeated("a\n", 200'000), repeated("b\n", 200'000));
  EXPECT_EQ(found.diff.size(), 64U);
  EXPECT_EQ(found.diff.back().kind, DiffLine::Kind::omitted);
  EXPECT_EQ(found.diff.back().text, "… 399,937 more lines");
}

}  // namespace
}  // namespace harness
