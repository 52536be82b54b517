#include "record/record_comparison.hpp"

#include <gmock/gmock.h>

#include "record/causes.hpp"
#include "record/test_record.hpp"

namespace harness {
namespace {

using testing::ElementsAre;

struct Records : testing::Test {
  RecordFolder folder;
  Words words;
  const TestResult bad{.verdict = "fail", .reason = "child ended with exit 0"};
  RecordComparison comparison =
      compare_records({folder.record("a.jsonl", {{}, {.scenario = "join/b"}}),
                       folder.record("b.jsonl", {bad, {.scenario = "join/b"}}, "musl 1.2"),
                       folder.record("c.jsonl", {{}, {.scenario = "join/b"}}, "glibc 2.31")},
                      words);
  std::vector<MatrixRow> matrix = matrix_of(comparison.records, words);
};

TEST_F(Records, AreNamedByWhatTellsThemApart) {
  EXPECT_THAT(comparison.labels, ElementsAre("glibc 2.36", "musl 1.2", "glibc 2.31"));
}

TEST_F(Records, AreEachComparedWithTheFirst) {
  ASSERT_EQ(comparison.compared.size(), 2U);
  EXPECT_EQ(comparison.compared[0].changes.count(ChangeKind::newly_failing), 1U);
  EXPECT_EQ(comparison.compared[1].changes.count(ChangeKind::newly_failing), 0U);
  EXPECT_THAT(comparison.compared[0].properties,
              ElementsAre(PropertyDifference{"libc", "glibc 2.36", "musl 1.2"}));
  EXPECT_TRUE(anything_newly_fails(comparison));
}

TEST_F(Records, AreExplainedByThePropertyThatAloneTellsThemApart) {
  ASSERT_EQ(matrix.size(), 2U);
  EXPECT_TRUE(matrix[0].differs);
  EXPECT_EQ(matrix[0].explanation, "libc: musl 1.2 fails, glibc 2.31 and glibc 2.36 passes");
  EXPECT_FALSE(matrix[1].differs);
  EXPECT_THAT(matrix[0].cells[1].failing, ElementsAre("reference, fork, pipe"));
}

TEST(Labels, NameTheImplementationsThatWereJudged) {
  RecordIndex reference;
  reference.implementations = {"reference 0.1.0"};
  RecordIndex twins;
  twins.implementations = {"pypy 7.3.11", "python:billiard 4.1.0"};
  EXPECT_THAT(labels_of({reference, twins}),
              ElementsAre("reference 0.1.0", "pypy 7.3.11, python:billiard 4.1.0"));
}

TEST(Matrix, KnownFailuresAreNoPasses) {
  const RecordFolder folder;
  Words words;
  const auto comparison =
      compare_records({folder.record("one.jsonl", {{.verdict = "known_fail"}}),
                       folder.record("two.jsonl", {{}}), folder.record("three.jsonl", {{.verdict = "fail"}})},
                      words);
  const std::vector<MatrixRow> matrix = matrix_of(comparison.records, words);
  EXPECT_EQ(matrix[0].cells[0].known, 1U);
  EXPECT_EQ(matrix[0].cells[0].passed, 0U);
}

TEST(Labels, AreFileNamesWhereNothingElseDiffers) {
  const RecordFolder folder;
  Words words;
  const auto comparison =
      compare_records({folder.record("one.jsonl", {{}}), folder.record("two.jsonl", {{}})}, words);
  EXPECT_THAT(comparison.labels, ElementsAre("one", "two"));
}

}  // namespace
}  // namespace harness
