#include <gmock/gmock.h>

#include "record/test_record.hpp"
#include "report/files/comparison_json.hpp"
#include "report/files/comparison_markdown.hpp"
#include "report/pages/comparison_page.hpp"
#include "report/terminal/comparison_lines.hpp"

namespace harness {
namespace {

using testing::HasSubstr;
using testing::Not;

struct ComparedRecords : testing::Test {
  RecordFolder folder;
  Words words;
  const TestResult bad{.verdict = "fail", .reason = "child ended with <b>exit 0</b>"};
  RecordComparison comparison =
      compare_records({folder.record("a.jsonl", {{}, {.scenario = "join/b"}}),
                       folder.record("b.jsonl", {bad, {.scenario = "join/b"}}, "musl 1.2"),
                       folder.record("c.jsonl", {{}, {.scenario = "join/b"}}, "glibc 2.31")},
                      words);
  std::vector<MatrixRow> matrix = matrix_of(comparison.records, words);
};

TEST_F(ComparedRecords, AreShownAsText) {
  const Style style;
  const std::string text = render(comparison_lines(comparison, matrix, style, 10), style);
  EXPECT_THAT(text, HasSubstr("they differ only by libc glibc 2.36 → musl 1.2"));
  EXPECT_THAT(
      text,
      HasSubstr(
          "newly failing (1)\n  under every variant\n    exit/a  reference, fork, pipe: pass → fail\n"));
  EXPECT_THAT(text,
              HasSubstr("      expected/exit/a.golden:8\n      - child exit 1\n      + child exit 0\n"));
  EXPECT_THAT(text, HasSubstr("2 compared, 1 newly failing"));
  EXPECT_THAT(text, HasSubstr("fails in: musl 1.2"));
}

TEST_F(ComparedRecords, AreShownAsMarkdownThatNothingBreaks) {
  const std::string text = comparison_markdown(comparison, matrix, 10);
  EXPECT_THAT(text, HasSubstr("## exeunt: 1 newly failing"));
  EXPECT_THAT(text, HasSubstr("- `exit/a` reference, fork, pipe: pass → fail"));
  EXPECT_THAT(text, HasSubstr("child ended with \\<b\\>exit 0\\</b\\>"));
  EXPECT_THAT(text, HasSubstr("| exit/a | ✅ 1 | ❌ 1 of 1 | ✅ 1 |"));
  EXPECT_EQ(markdown_code("a`b"), "``a`b``");
  EXPECT_EQ(markdown_text("a|b\n\x1b"), "a\\|b\\\\n\\\\e");
}

TEST_F(ComparedRecords, AreShownAsAPage) {
  const std::string page = comparison_page(comparison, matrix);
  EXPECT_THAT(page, HasSubstr("<h1>3 records, 1 newly failing</h1>"));
  EXPECT_THAT(page, HasSubstr("child ended with &lt;b&gt;exit 0"));
  EXPECT_THAT(page, HasSubstr("✗ 1 of 1"));
  EXPECT_THAT(page, HasSubstr("differs by libc: musl 1.2 fails"));
  EXPECT_THAT(page, Not(HasSubstr("differs by </small>")));
  EXPECT_THAT(page, Not(HasSubstr("<b>exit 0</b>")));
}

TEST_F(ComparedRecords, AreTheSameAsJson) {
  const Json json = comparison_json(comparison, matrix);
  EXPECT_EQ(json["newly_failing"], 1);
  EXPECT_EQ(json["compared"][0]["newly_failing"][0]["scenario"], "exit/a");
  EXPECT_EQ(json["compared"][0]["newly_failing"][0]["before"][0], "child exit 1");
  EXPECT_EQ(json["compared"][0]["differ_in"][0]["property"], "libc");
  EXPECT_EQ(json["compared"][1]["newly_failing"].size(), 0U);
  EXPECT_EQ(json["matrix"][0]["records"][1]["failed"], 1);
}

TEST_F(ComparedRecords, CountKnownFailuresApart) {
  const RecordComparison known =
      compare_records({folder.record("one.jsonl", {{.verdict = "known_fail"}}),
                       folder.record("two.jsonl", {{}}), folder.record("three.jsonl", {{.verdict = "fail"}})},
                      words);
  const std::vector<MatrixRow> rows = matrix_of(known.records, words);
  EXPECT_THAT(comparison_page(known, rows), HasSubstr("known 1 of 1"));
  EXPECT_THAT(comparison_markdown(known, rows, 10), HasSubstr("🟡 1 of 1"));
}

}  // namespace
}  // namespace harness
