#include "grade/assignment_file.hpp"

#include <gmock/gmock.h>

#include "grade/test_grading.hpp"
#include "grade/toml_table.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class AssignmentFile : public testing::Test {
 protected:
  AssignmentFile() { folder_.write("goldens/a.golden", "-- stdout --\nhello\n"); }

  Assignment read(const std::string& text) {
    return read_assignment(folder_.write("assignment.toml", text), suite());
  }
  std::string complaint(const std::string& text) {
    try {
      read(text);
    } catch (const CannotJudge& error) {
      return error.what();
    }
    return "none";
  }
  std::string at(int line) const {
    return (folder_ / "assignment.toml").string() + ":" + std::to_string(line) + ": ";
  }

  SuitePaths suite() {
    folder_.write("scenarios/exit/one.cpp", "// One.\n// Start methods: none\n");
    folder_.write("scenarios/exit/two.cpp", "// Two.\n");
    folder_.write("expected/exit/one.golden", "-- stdout --\n");
    folder_.write("expected/exit/two.golden", "-- stdout --\n");
    return {folder_ / "scenarios", folder_ / "expected", folder_ / "programs"};
  }

  GradeFolder folder_;
};

TEST_F(AssignmentFile, ReadsAllThatAnItemSays) {
  const Assignment assignment = read(R"(
title = "Work"
flaky = "best"
[limits]
wall = 2.5
memory = "64 MiB"
[build]
language = "c"
flags = ["-O2"]
[late]
due = 2026-10-01T12:00:00+02:00
percent_per_day = 10
[[group]]
name = "g"
rule = "all_or_nothing"
weight = 8
[[item]]
name = "a"
points = 3
group = "g"
visibility = "after_due"
feedback = "words"
stdio = ["pipe", "tty"]
start_methods = ["fork"]
args = ["x"]
hint = "look"
)");
  EXPECT_EQ(assignment.title, "Work");
  EXPECT_EQ(assignment.flaky, FlakyPolicy::best);
  EXPECT_EQ(assignment.build.language, Language::c);
  ASSERT_EQ(assignment.items.size(), 1U);
  const AssignmentItem& item = assignment.items.front();
  EXPECT_EQ(item.visibility, Visibility::after_due);
  EXPECT_EQ(item.feedback, Feedback::words);
  EXPECT_EQ(item.limits.wall, std::chrono::milliseconds(2500));
  EXPECT_EQ(item.limits.memory_bytes, 64U << 20U);
  EXPECT_EQ(item.stdio.size(), 2U);
  EXPECT_EQ(item.hints, (std::vector<Hint>{{std::nullopt, "look"}}));
  EXPECT_EQ(points_of(assignment, item), 8);
  EXPECT_EQ(std::chrono::system_clock::to_time_t(*assignment.late.due), 1790848800);
}

TEST_F(AssignmentFile, AnItemOfScenariosIsOneForEach) {
  const Assignment assignment =
      read("[[item]]\nscenarios = [\"exit/*\"]\nstart_methods = [\"fork\"]\npoints = 2\n");
  ASSERT_EQ(assignment.items.size(), 2U);
  EXPECT_EQ(assignment.items[0].name, "exit/one");
  EXPECT_EQ(assignment.items[0].program, "programs/exit/one");
  EXPECT_THAT(assignment.items[0].start_methods, ElementsAre(std::nullopt));
  EXPECT_THAT(assignment.items[1].start_methods, ElementsAre(StartMethod::fork));
  EXPECT_EQ(assignment.points(), 4);
}

TEST_F(AssignmentFile, ComplaintsNameFileLineAndKey) {
  EXPECT_THAT(complaint("title = 7\n"), StartsWith(at(1) + "title: text in quotation marks is wanted"));
  EXPECT_THAT(
      complaint("[[item]]\nname = \"a\"\npionts = 1\n"),
      AllOf(StartsWith(at(3) + "item[1].pionts: there is no such key"), HasSubstr("closest: 'points'")));
  EXPECT_THAT(complaint("[[item]]\nname = \"a\"\nvisibility = \"seen\"\n"),
              StartsWith(at(3) + "item[1].visibility: unknown word 'seen'; there are: visible"));
  EXPECT_THAT(complaint("[[item]]\nname = \"a\"\n[[item.hint]]\nwhen = \"x\"\ntext = \"t\"\n"),
              HasSubstr("there are: wrong-output, wrong-exit"));
  EXPECT_THAT(complaint("[[item]]\nname = \"a\"\n[[item.hint]]\nwhen = \"x\"\ntext = \"t\"\n"),
              HasSubstr("missing, cannot-start, bad-golden"));
  EXPECT_THAT(complaint("[[item]]\nname = \"b\"\n"), HasSubstr("item[1].golden: there is no golden"));
  EXPECT_THAT(complaint("[limits]\nmemory = \"7 QiB\"\n[[item]]\nname=\"a\"\n"),
              StartsWith(at(2) + "limits.memory: a number of bytes"));
  EXPECT_THAT(complaint("[[item]]\nname = \"a\"\npoints = -1\n"), HasSubstr("a number from 0 to 1000000"));
  EXPECT_THAT(complaint("[[item]\n"), StartsWith(at(1)));
}

TEST_F(AssignmentFile, ComplaintsAboutWhatDoesNotFitTogether) {
  EXPECT_THAT(complaint("title = \"x\"\n"), HasSubstr("nothing to grade"));
  EXPECT_THAT(complaint("[[item]]\nname = \"a\"\ngroup = \"g\"\n"),
              HasSubstr("no [[group]] with the name 'g'"));
  EXPECT_THAT(complaint("[[item]]\nname = \"a\"\nafter = [\"b\"]\n"), HasSubstr("no item 'b' stands above"));
  EXPECT_THAT(complaint("[[item]]\nname = \"a\"\n[[item]]\nname = \"a\"\n"), HasSubstr("two items 'a'"));
  EXPECT_THAT(complaint("[build]\nprovided = [\"../x\"]\n[[item]]\nname = \"a\"\n"),
              HasSubstr("no path inside"));
  EXPECT_THAT(complaint("[[item]]\nscenarios = [\"exot/*\"]\n"), HasSubstr("scenarios: no scenario matches"));
}

TEST_F(AssignmentFile, ABadGoldenIsToldBeforeAnythingRuns) {
  folder_.write("goldens/a.golden", "-- stdout --\n[[unbound]]\n");
  EXPECT_THAT(complaint("[[item]]\nname = \"a\"\n"),
              StartsWith((folder_ / "goldens/a.golden").string() + ":2"));
}

TEST_F(AssignmentFile, TheFirstAssignmentCanBeReadAndIsNotOverwritten) {
  write_first_assignment(folder_ / "first");
  const Assignment assignment = read_assignment(folder_ / "first/assignment.toml", suite());
  EXPECT_EQ(assignment.items.size(), 1U);
  EXPECT_EQ(assignment.wrong_solutions.size(), 1U);
  EXPECT_THROW(write_first_assignment(folder_ / "first"), CannotJudge);
}

}  // namespace
}  // namespace harness
