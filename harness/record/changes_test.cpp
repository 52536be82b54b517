#include "record/changes.hpp"

#include <gmock/gmock.h>

#include "record/test_record.hpp"

namespace harness {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "newly failing: exit/a reference, fork, pipe"
std::string text_of(const Change& change) {
  return std::string(title_of(change.kind)) + ": " + change.key.scenario + " " + variant_text(change.key);
}

struct ChangesTest : testing::Test {
  RecordFolder folder;

  Changes between(const std::vector<TestResult>& before, const std::vector<TestResult>& after) {
    Words words;
    const RecordIndex first = index_record(folder.record("a.jsonl", before), words);
    const RecordIndex second = index_record(folder.record("b.jsonl", after), words);
    return changes_between(first, second, words);
  }
  std::vector<std::string> texts(const std::vector<TestResult>& before,
                                 const std::vector<TestResult>& after) {
    std::vector<std::string> all;
    for (const Change& change : between(before, after).changes)
      all.push_back(text_of(change));
    return all;
  }
};

TEST_F(ChangesTest, NoneWhereOnlyPidsAndTimesDiffer) {
  const Changes changes =
      between({{.out = "pid 4711\n"}}, {{.out = "pid 5822\n", .wall_ms = 61, .pid = 5822}});
  EXPECT_THAT(changes.changes, IsEmpty());
  EXPECT_EQ(changes.compared, 1U);
  EXPECT_EQ(changes.unchanged, 1U);
  EXPECT_EQ(changes.varied, 0U);
}

TEST_F(ChangesTest, NewlyFailingShowsWhereAndTheFirstDifferingLine) {
  const Changes changes =
      between({{}}, {{.verdict = "fail", .end = "exit 0", .reason = "child ended with exit 0"}});
  ASSERT_EQ(changes.changes.size(), 1U);
  const Change& change = changes.changes.front();
  EXPECT_EQ(text_of(change), "newly failing: exit/a reference, fork, pipe");
  EXPECT_EQ(change.reason, "child ended with exit 0");
  EXPECT_EQ(change.place, "expected/exit/a.golden:8");
  EXPECT_THAT(change.before, ElementsAre("child exit 1"));
  EXPECT_THAT(change.after, ElementsAre("child exit 0"));
}

TEST_F(ChangesTest, NewlyPassing) {
  EXPECT_THAT(texts({{.verdict = "timeout"}}, {{}}),
              ElementsAre("newly passing: exit/a reference, fork, pipe"));
  EXPECT_THAT(texts({{.verdict = "fail"}}, {{.verdict = "known_fail"}}),
              ElementsAre("newly passing: exit/a reference, fork, pipe"));
}

TEST_F(ChangesTest, StillFailingIsNoChangeUnlessItFailsOtherwise) {
  EXPECT_THAT(texts({{.verdict = "fail"}}, {{.verdict = "fail"}}), IsEmpty());
  EXPECT_THAT(texts({{.verdict = "fail"}}, {{.verdict = "fail", .out = "a\nb\n"}}),
              ElementsAre("changed in output: exit/a reference, fork, pipe"));
}

TEST_F(ChangesTest, ChangedOutputShowsTheFirstLineThatDiffers) {
  const Changes changes = between({{.out = "same\nold\nend\n"}}, {{.out = "same\nnew\nend\n"}});
  ASSERT_EQ(changes.changes.size(), 1U);
  EXPECT_EQ(changes.changes.front().kind, ChangeKind::output);
  EXPECT_THAT(changes.changes.front().before, ElementsAre("old"));
  EXPECT_THAT(changes.changes.front().after, ElementsAre("new"));
  EXPECT_EQ(changes.changes.front().reason, "from line 2 on");
}

TEST_F(ChangesTest, WhatGoldensLeaveOpenVaries) {
  const Changes changes =
      between({{.out = "took 12 ms\nb\n"}, {.scenario = "x/y", .verdict = "fail", .out = "1\n"}},
              {{.out = "b\ntook 340 ms\n"}, {.scenario = "x/y", .verdict = "fail", .out = "2\n"}});
  EXPECT_EQ(changes.varied, 1U);
  ASSERT_EQ(changes.changes.size(), 1U);  // of what fails, every difference is told
  EXPECT_EQ(changes.changes.front().key.scenario, "x/y");
}

TEST_F(ChangesTest, ChangedTree) {
  EXPECT_THAT(texts({{}}, {{.fate = "zombie"}}),
              ElementsAre("changed in tree: exit/a reference, fork, pipe"));
}

TEST_F(ChangesTest, TreesAreNotComparedWhereOneLevelSeesLess) {
  const Changes changes = between({{}}, {{.level = "root", .fate = "zombie"}});
  EXPECT_THAT(changes.changes, IsEmpty());
  EXPECT_EQ(changes.trees_not_compared, 1U);
  EXPECT_EQ(changes.why_not, "level trace here, root there");
  EXPECT_EQ(between({{}}, {{.level = "passive"}}).trees_not_compared, 0U);
}

TEST_F(ChangesTest, OnlyHereAndOnlyThere) {
  EXPECT_THAT(
      texts({{}, {.scenario = "x/here"}}, {{}, {.scenario = "x/there", .verdict = "fail"}}),
      ElementsAre("only here: x/here reference, fork, pipe", "only there: x/there reference, fork, pipe"));
}

TEST_F(ChangesTest, SkippedRunsAreNotCompared) {
  EXPECT_THAT(texts({{}}, {{.verdict = "skip"}}), ElementsAre("not compared: exit/a reference, fork, pipe"));
  EXPECT_THAT(texts({{.verdict = "skip"}}, {{.verdict = "fail"}}),
              ElementsAre("newly failing: exit/a reference, fork, pipe"));
}

TEST_F(ChangesTest, RepeatedRunsCountTogether) {
  EXPECT_THAT(texts({{}, {}}, {{}, {.verdict = "fail"}}),
              ElementsAre("newly failing: exit/a reference, fork, pipe"));
  EXPECT_THAT(texts({{.out = "a\n"}, {.out = "b\n"}}, {{.out = "b\n"}, {.out = "a\n"}}), IsEmpty());
}

TEST_F(ChangesTest, AVersionTellsVariantsApartOnlyWhereThereAreSeveral) {
  EXPECT_THAT(texts({{.implementation = "cpython", .version = "3.11.2"}},
                    {{.verdict = "fail", .implementation = "cpython", .version = "3.13.0"}}),
              ElementsAre("newly failing: exit/a cpython, fork, pipe"));
  EXPECT_THAT(texts({{.implementation = "cpython", .version = "3.11.2"},
                     {.implementation = "cpython", .version = "3.13.0"}},
                    {{.implementation = "cpython", .version = "3.13.0"}}),
              ElementsAre("only here: exit/a cpython 3.11.2, fork, pipe"));
}

TEST_F(ChangesTest, NameWhatTheyHaveInCommon) {
  const auto variants = [](const std::string& failing) {
    std::vector<TestResult> results;
    for (const char* method : {"fork", "spawn"}) {
      for (const char* stdio : {"tty", "pipe"}) {
        const bool fails = failing == method || failing == stdio || failing == "all";
        results.push_back({.start_method = method, .stdio = stdio, .verdict = fails ? "fail" : "pass"});
      }
    }
    return results;
  };
  EXPECT_EQ(between(variants(""), variants("spawn")).changes.front().cause, "only under spawn");
  EXPECT_EQ(between(variants(""), variants("tty")).changes.front().cause, "only on tty");
  EXPECT_EQ(between(variants(""), variants("all")).changes.front().cause, "under every variant");
}

TEST_F(ChangesTest, TimesChangeOnlyBeyondTheNoise) {
  std::vector<TestResult> before;
  std::vector<TestResult> after;
  for (int i = 0; i < 40; ++i) {
    const std::string name = "x/s" + std::to_string(i);
    before.push_back({.scenario = name, .wall_ms = 100});
    after.push_back({.scenario = name, .wall_ms = 100.0 + i});  // up to 40 % slower
  }
  after[7].wall_ms = 2000;
  const Changes changes = between(before, after);
  ASSERT_EQ(changes.changes.size(), 1U);
  EXPECT_EQ(changes.changes.front().kind, ChangeKind::timing);
  EXPECT_EQ(changes.changes.front().key.scenario, "x/s7");
}

}  // namespace
}  // namespace harness
