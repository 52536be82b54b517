#include "grade/grade.hpp"

#include <gmock/gmock.h>

#include <map>

#include "grade/assignment_file.hpp"
#include "grade/check_assignment.hpp"
#include "grade/test_grading.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Hears : public GradeListener {
 public:
  void started(const GradePlan& plan) override { sandboxed = plan.sandboxed; }
  void finished(const SubmissionResult& result, bool reused) override {
    results[result.submission] = result;
    if (reused) ++reused_;
  }
  void changed(const SubmissionResult& result) override { unfinished += result.complete ? 0 : 1; }
  std::map<std::string, SubmissionResult> results;
  int reused_ = 0;
  int unfinished = 0;
  bool sandboxed = false;
};

// Grades scripts: they need no compiler, and leave as many processes as any program.
class Grading : public testing::Test {
 protected:
  Grading() {
    folder_.write("goldens/hello.golden", "-- stdout --\nhello\n-- processes --\nprogram  exit 0\n");
    folder_.write("goldens/child.golden",
                  "-- stdout --\nended 7\n-- processes --\nprogram  exit 0\n  child  exit 7  reaped\n");
    assignment(R"(
[limits]
wall = 2
[[item]]
name = "hello"
points = 1
[[item]]
name = "child"
points = 2
after = ["hello"]
hint = "wait"
)");
  }
  void assignment(const std::string& text) { folder_.write("assignment.toml", text); }
  void submit(const std::string& name, const std::string& hello, const std::string& child) {
    folder_.write("in/" + name + "/hello.sh", hello + "\n");
    folder_.write("in/" + name + "/child.sh", child + "\n");
  }
  GradeRequest request() {
    GradeRequest request;
    request.assignment = read_assignment(folder_ / "assignment.toml", {});
    std::istringstream none;
    request.submissions = find_submissions({(folder_ / "in").string()}, FolderMeans::each, none);
    request.out = folder_ / "out";
    request.allow_unsandboxed = true;
    return request;
  }
  Hears grade_all() {
    Hears hears;
    grade(request(), hears);
    return hears;
  }

  static constexpr const char* right_hello = "echo hello";
  static constexpr const char* right_child = "(exit 7) & wait $!; echo ended $?";
  GradeFolder folder_;
};

TEST_F(Grading, OutputAndProcessesBothCount) {
  submit("ann", right_hello, right_child);
  submit("bob", right_hello, "echo ended 7");
  submit("eve", "echo goodbye", right_child);
  const Hears hears = grade_all();
  const SubmissionResult ann = hears.results.at("ann");
  EXPECT_EQ(ann.score, 3) << ann.items[0].message << ann.items[1].message;
  EXPECT_TRUE(ann.complete);
  const ItemResult& faked = hears.results.at("bob").items[1];
  EXPECT_EQ(faked.code, ReasonCode::wrong_tree);
  EXPECT_THAT(faked.message, HasSubstr("printed the right lines, but it started no process at all"));
  EXPECT_THAT(faked.hints, ElementsAre("wait"));
  const SubmissionResult& eve = hears.results.at("eve");
  EXPECT_EQ(eve.items[0].code, ReasonCode::wrong_output);
  EXPECT_EQ(eve.items[1].verdict, Verdict::skip);
  EXPECT_EQ(eve.score, 0);
  EXPECT_GT(hears.unfinished, 0);
}

TEST_F(Grading, NothingIsDoneTwice) {
  submit("ann", right_hello, right_child);
  submit("bob", right_hello, "echo no");
  grade_all();
  const std::string before = read_file(folder_ / "out/ann.json");
  submit("bob", right_hello, right_child);
  const Hears again = grade_all();
  EXPECT_EQ(again.reused_, 1);
  EXPECT_EQ(again.results.at("bob").score, 3);
  EXPECT_EQ(read_file(folder_ / "out/ann.json"), before);
  assignment(read_file(folder_ / "assignment.toml") + "# changed\n");
  EXPECT_EQ(grade_all().reused_, 0);
}

TEST_F(Grading, WhatIsMissingOrCannotBeBuiltIsToldInWords) {
  folder_.write("in/ann/hello.c", "int main( { return 0; }\n");
  const SubmissionResult ann = grade_all().results.at("ann");
  EXPECT_EQ(ann.items[0].code, ReasonCode::build_error);
  EXPECT_THAT(ann.build_log, HasSubstr("hello.c:1"));
  EXPECT_THAT(ann.build_log, Not(HasSubstr(std::filesystem::temp_directory_path().string() + "/exeunt")));
  folder_.write("in/bob/other.txt", "");
  const SubmissionResult bob = grade_all().results.at("bob");
  EXPECT_EQ(bob.items[0].code, ReasonCode::missing);
  EXPECT_THAT(bob.items[0].message,
              HasSubstr("The file hello.c or hello.cpp or hello.py or hello.sh is missing"));
}

TEST_F(Grading, AHangCostsItsItemAlone) {
  submit("ann", right_hello, "while :; do sleep 1; done");
  const SubmissionResult ann = grade_all().results.at("ann");
  EXPECT_EQ(ann.items[0].verdict, Verdict::pass);
  EXPECT_EQ(ann.items[1].verdict, Verdict::timeout);
  EXPECT_THAT(ann.items[1].message, HasSubstr("did not end within 2 s"));
}

TEST_F(Grading, LeavesNothingBehind) {
  submit("ann", right_hello, right_child);
  grade_all();
  EXPECT_THAT(names_below(folder_ / "out"), ElementsAre(".lock", "ann.json"));
}

TEST_F(Grading, AFlakyItemCountsAsThePolicySays) {
  folder_.write("goldens/hello.golden", "-- stdout --\nhello\n");
  // Right in every second run: the folder that the script is in cannot be written, time goes on.
  submit("ann",
         "n=$(date +%N); n=${n#${n%%[!0]*}}; [ $(( ${n:-0} / 1000 % 2 )) = 0 ] && echo hello || echo bye",
         "");
  for (const char* policy : {"best", "worst"}) {
    assignment(std::string("flaky = \"") + policy + "\"\n[[item]]\nname = \"hello\"\nrepeat = 30\n");
    const SubmissionResult ann = grade_all().results.at("ann");
    EXPECT_EQ(ann.items[0].verdict, Verdict::flaky) << ann.items[0].message;
    EXPECT_EQ(ann.score, policy == std::string("best") ? 1 : 0);
  }
}

TEST_F(Grading, ProvidedFilesCannotBeReplaced) {
  folder_.write("answer", "hello");
  folder_.write("in/ann/hello.sh", "cat \"$(dirname \"$0\")/answer\"; echo\n");
  folder_.write("in/ann/answer", "forged");
  assignment("[build]\nprovided = [\"answer\"]\n[[item]]\nname = \"hello\"\n");
  folder_.write("goldens/hello.golden", "-- stdout --\nhello\n");
  EXPECT_EQ(grade_all().results.at("ann").score, 1);
}

TEST_F(Grading, ASubmissionDoesNotSeeItsGolden) {
  folder_.write("goldens/hello.golden", "-- stdout --\nhello\n");
  submit("ann", "cat " + (folder_ / "goldens/hello.golden").string() + " 2>/dev/null; echo hello",
         right_child);
  const Hears hears = grade_all();
  if (!hears.sandboxed) GTEST_SKIP() << "there is no sandbox here";
  EXPECT_EQ(hears.results.at("ann").items[0].verdict, Verdict::pass)
      << hears.results.at("ann").items[0].evidence;
}

// What the repository offers as examples is graded for real.
TEST(Examples, LifecycleIsAsItSays) {
  const std::filesystem::path folder = std::filesystem::path(EXEUNT_SOURCE_DIR) / "examples/lifecycle";
  GradeRequest request;
  request.assignment = read_assignment(folder / "assignment.toml", {});
  request.submissions = {{"solution", folder / "solution", std::nullopt}};
  const std::vector<SolutionCheck> checks = check_assignment(request, grade);
  ASSERT_EQ(checks.size(), 4U);
  for (const SolutionCheck& check : checks)
    EXPECT_THAT(check.complaints, IsEmpty()) << check.result.submission;
}

TEST(Examples, TheFirstAssignmentIsProved) {
  const GradeFolder folder;
  write_first_assignment(folder.path());
  GradeRequest request;
  request.assignment = read_assignment(folder / "assignment.toml", {});
  request.submissions = {{"solution", folder / "solution", std::nullopt}};
  const std::vector<SolutionCheck> checks = check_assignment(request, grade);
  ASSERT_EQ(checks.size(), 2U);
  for (const SolutionCheck& check : checks)
    EXPECT_THAT(check.complaints, IsEmpty()) << check.result.submission;
}

}  // namespace
}  // namespace harness
