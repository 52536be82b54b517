#include "match/text_section.hpp"

#include "match/samples_test.hpp"

namespace harness {
namespace {

using samples::complaint;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

std::string text(std::string_view lines) {
  return complaint("-- stdout --\n" + std::string(lines));
}

TEST(TextSection, ReadsLinesAndBlocks) {
  const std::vector<std::string> source{"a", "{{any order}}", "b", "c", "{{end}}", "d"};
  const ExpectedText read = parse_text(source, 10);
  ASSERT_EQ(read.lines.size(), 4U);
  EXPECT_EQ(read.lines[0].line(), 10);
  EXPECT_EQ(read.lines[3].line(), 15);
  ASSERT_EQ(read.blocks.size(), 1U);
  EXPECT_EQ(read.blocks[0].first, 1U);
  EXPECT_EQ(read.blocks[0].count, 2U);
  EXPECT_TRUE(read.ends_with_newline);
}

TEST(TextSection, NoNewlineBehindTextOrOnItsOwnLine) {
  EXPECT_FALSE(parse_text(std::vector<std::string>{"a{{no newline}}"}, 1).ends_with_newline);
  const ExpectedText read = parse_text(std::vector<std::string>{"a", "{{no newline}}"}, 1);
  EXPECT_FALSE(read.ends_with_newline);
  EXPECT_EQ(read.lines.size(), 1U);
}

TEST(TextSection, ComplainsWithTheLine) {
  EXPECT_THAT(text("a\n{{any order}}\nb\n"),
              StartsWith("expected/x.golden:3: '{{any order}}' without '{{end}}'"));
  EXPECT_THAT(text("{{end}}\n"), StartsWith("expected/x.golden:2: '{{end}}' without '{{any order}}'"));
  EXPECT_THAT(text("{{any order}}\n{{any order}}\n"),
              StartsWith("expected/x.golden:3: '{{any order}}' inside the one of line 2"));
  EXPECT_THAT(text("{{any order}}\n{{end}}\n"),
              StartsWith("expected/x.golden:3: '{{any order}}' without lines"));
  EXPECT_THAT(text("{{no newline}}\n"),
              StartsWith("expected/x.golden:2: '{{no newline}}' without a line before it"));
  EXPECT_THAT(text("a{{no newline}}\nb\n"),
              StartsWith("expected/x.golden:3: a line behind '{{no newline}}'"));
  EXPECT_THAT(text("{{any order}}\na{{no newline}}\n"),
              StartsWith("expected/x.golden:3: '{{no newline}}' inside '{{any order}}'"));
  EXPECT_THAT(text("[[x:a+]]\n[[x:b+]]\n"),
              StartsWith("expected/x.golden:3: 'x' is bound twice; write [[x]]"));
  EXPECT_THAT(text("a\n{{(}}\n"), StartsWith("expected/x.golden:3: bad regex '('"));
  EXPECT_THAT(text("a\n[[x]]\n"),
              StartsWith("expected/x.golden:3: 'x' is not bound above; bind it with [[x:REGEX]]"));
  EXPECT_THAT(text("[[x]]\n[[x:a+]]\n"), StartsWith("expected/x.golden:2: 'x' is not bound above"));
}

TEST(TextSection, LimitsPatternsInABlockNotLines) {
  const std::string many = samples::repeated("{{a+}}\n", max_patterns_in_block + 1);
  EXPECT_THAT(text("{{any order}}\n" + many + "{{end}}\n"),
              HasSubstr("501 lines with patterns; at most 500"));
  EXPECT_THAT(text("{{any order}}\n" + samples::repeated("a\n", 5000) + "{{end}}\n"), IsEmpty());
}

TEST(TextSection, NamesOfABlockMayBeUsedAnywhereInIt) {
  EXPECT_THAT(text("{{any order}}\n[[x]]!\n[[x:a+]]\n{{end}}\n"), IsEmpty());
  EXPECT_THAT(text("{{any order}}\nb\n[[x:a+]]\n{{end}}\n[[x]]\n"), IsEmpty());
}

TEST(TextSection, StderrMayUseWhatEveryStdoutBinds) {
  EXPECT_THAT(complaint("-- stdout --\n[[x:a+]]\n-- stderr --\n[[x]]\n"), IsEmpty());
  EXPECT_THAT(complaint("-- stdout [tty] --\nb\n-- stdout --\n[[x:a+]]\n-- stderr --\n[[x]]\n"),
              StartsWith("expected/x.golden:6: 'x' is not bound above"));
  EXPECT_THAT(complaint("-- stdout --\n[[x:a+]]\n-- stderr --\n[[x:b+]]\n"),
              StartsWith("expected/x.golden:4: 'x' is bound in 'stdout' already"));
  EXPECT_THAT(complaint("-- stderr --\n[[x:a+]]\n-- stdout --\n[[x]]\n"),
              StartsWith("expected/x.golden:4: 'x' is not bound above"));
}

TEST(Bytes, AreGivenAsTheyStand) {
  EXPECT_EQ(parse_bytes(std::vector<std::string>{"a", "", "b"}, 1, "stdin"), "a\n\nb\n");
  EXPECT_EQ(parse_bytes(std::vector<std::string>{"a{{no newline}}"}, 1, "stdin"), "a");
  EXPECT_EQ(parse_bytes(std::vector<std::string>{"a", "{{no newline}}"}, 1, "stdin"), "a");
  EXPECT_EQ(parse_bytes(std::vector<std::string>{"\\{{a}} \\[[b]]"}, 1, "stdin"), "{{a}} [[b]]\n");
}

TEST(Bytes, HaveNoPatterns) {
  const auto given = [](const std::string& line) {
    return complaint("-- stdin --\n" + line + "\n-- stdout --\n");
  };
  EXPECT_THAT(given("{{a+}}"), StartsWith("expected/x.golden:2: 'stdin' is plain text"));
  EXPECT_THAT(given("[[pid 1]]"), HasSubstr("'stdin' is plain text"));
  EXPECT_THAT(given("{{any order}}"), HasSubstr("'stdin' is plain text"));
  EXPECT_THAT(given("a{{no newline}}\nb"), StartsWith("expected/x.golden:3: a line behind '{{no newline}}'"));
  EXPECT_THAT(given("{{no newline}}"), HasSubstr("without a line before it"));
}

}  // namespace
}  // namespace harness
