#include "match/samples_test.hpp"

namespace harness {
namespace {

using samples::golden;
using samples::marked;
using samples::observed;
using samples::reasons;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Lines = std::vector<std::string>;

const std::string head = "-- processes --\nprogram  exit 0\n";

Comparison compared(Level level, const Lines& processes, const std::string& tree) {
  Lines all{"program exit 0 root"};
  all.insert(all.end(), processes.begin(), processes.end());
  Observation seen = observed("", all, level);
  for (std::size_t i = 1; i < seen.processes.size(); ++i)
    seen.processes[i].parent.reset();
  return compare(seen, golden(head + tree), {});
}

Comparison adopted(const Lines& processes, const std::string& tree) {
  return compared(Level::adopt, processes, tree);
}

TEST(LevelAdopt, WhatItsParentReapedIsNotChecked) {
  const Comparison found = adopted({}, "  child  exit 1  reaped\n  dead  exit 0  zombie\n");
  EXPECT_THAT(found.differences, IsEmpty());
  EXPECT_THAT(found.not_checked, ElementsAre("child: how it ended and what became of it",
                                             "dead: how it ended and what became of it"));
}

TEST(LevelAdopt, OrphansMatchAnOrphanedLineAnywhere) {
  const std::string tree = "  child  exit 0  reaped\n    grandchild  exit 5  orphaned\n";
  const Comparison found = adopted({"1 exit 5 orphaned"}, tree);
  EXPECT_THAT(found.differences, IsEmpty());
  EXPECT_THAT(found.not_checked, ElementsAre("child: how it ended and what became of it"));
  EXPECT_THAT(reasons(adopted({"1 exit 4 orphaned"}, tree)),
              ElementsAre("no process for line 4 'grandchild exit 5 orphaned'",
                          "a process too many: 1 (exit 4, orphaned)"));
}

TEST(LevelAdopt, EachOrphanedLineMustHaveBeenSeen) {
  EXPECT_THAT(reasons(adopted({}, "  child  exit 0  orphaned\n")),
              ElementsAre("no process for line 3 'child exit 0 orphaned'"));
  EXPECT_THAT(reasons(adopted({}, "  child  exit 0  orphaned  ?\n")), IsEmpty());
  EXPECT_THAT(reasons(adopted({}, "  0..2x child  exit 0  reaped\n    grandchild  exit 0  orphaned\n")),
              IsEmpty());
  EXPECT_THAT(reasons(adopted({"1 exit 0 orphaned"}, "  2x child  exit 0  orphaned\n")),
              ElementsAre("no process for line 3 '2x child exit 0 orphaned': 1 too few"));
  EXPECT_THAT(reasons(adopted({}, "  child  *  leaked\n")), ElementsAre(HasSubstr("no process for line 3")));
}

TEST(LevelAdopt, AnOrphanThatNoLineAllowsIsWrong) {
  const Comparison found = adopted({"1 exit 0 orphaned"}, "  child  exit 0  reaped\n");
  EXPECT_THAT(reasons(found), ElementsAre("a process too many: 1 (exit 0, orphaned)"));
  EXPECT_THAT(
      marked(found.differences[0]),
      ElementsAre(" program            exit 0", "   child            exit 0      reaped  (not checked)",
                  "+  1                exit 0      orphaned"));
}

TEST(LevelAdopt, LeakedProcessesAreTold) {
  const Comparison found = adopted({"1 ? leaked"}, "  child  exit 0  reaped\n");
  EXPECT_THAT(reasons(found), ElementsAre(HasSubstr("was leaked")));
  EXPECT_EQ(found.differences[0].code, ReasonCode::leaked_process);
  EXPECT_THAT(reasons(adopted({"1 ? leaked"}, "  child  *  leaked\n")), IsEmpty());
}

TEST(LevelAdopt, TheProgramItselfIsCompared) {
  EXPECT_THAT(
      reasons(observed("", {"program exit 1 root"}, Level::adopt), head + "  child  exit 0  reaped\n"),
      ElementsAre("program ended with exit 1, expected exit 0"));
}

TEST(LevelAdopt, TheDifferenceTellsWhatIsNotChecked) {
  const Comparison found =
      adopted({"1 exit 0 orphaned"}, "  a  exit 0  orphaned\n  b  exit 1  reaped\n  c  exit 2  orphaned\n");
  EXPECT_THAT(marked(found.differences.at(0)),
              Contains("   b                exit 1      reaped  (not checked)"));
}

TEST(LevelRoot, OnlyTheProgramIsCompared) {
  const Comparison found = compared(Level::root, {}, "  child  exit 0  orphaned\n  other  exit 0  reaped\n");
  EXPECT_THAT(found.differences, IsEmpty());
  EXPECT_THAT(found.not_checked, ElementsAre("child: how it ended and what became of it",
                                             "other: how it ended and what became of it"));
  EXPECT_THAT(reasons(observed("", {"program exit 1 root"}, Level::root), head),
              ElementsAre("program ended with exit 1, expected exit 0"));
}

// As a job object tells: who waited for a process leaves no trace there.
Comparison seen_by_job(const Lines& processes, const std::string& tree) {
  Lines all{"program exit 0 root"};
  all.insert(all.end(), processes.begin(), processes.end());
  Observation seen = observed("", all, Level::job);
  for (Process& process : seen.processes) {
    if (!process.fate) process.outlived_creator = false;
  }
  return compare(seen, golden(head + tree), {});
}

TEST(LevelJob, WhoWaitedIsNotChecked) {
  for (const char* fate : {"reaped", "zombie"}) {
    const Comparison found = seen_by_job({"1 exit 1 ?"}, std::string("  child  exit 1  ") + fate + "\n");
    EXPECT_THAT(found.differences, IsEmpty());
    EXPECT_THAT(found.not_checked, ElementsAre("child: whether it was waited for"));
  }
  EXPECT_THAT(seen_by_job({"1 exit 1 ?"}, "  child  exit 1  *\n").not_checked, IsEmpty());
}

TEST(LevelJob, TheRestOfTheTreeIsCompared) {
  const std::string tree = "  child  exit 1  reaped\n    grandchild  exit 5  orphaned\n";
  EXPECT_THAT(reasons(seen_by_job({"1 exit 1 ?", "1.1 exit 5 orphaned"}, tree)), IsEmpty());
  EXPECT_THAT(reasons(seen_by_job({"1 exit 2 ?", "1.1 exit 5 orphaned"}, tree)),
              ElementsAre("child ended with exit 2, expected exit 1"));
  EXPECT_THAT(reasons(seen_by_job({"1 exit 1 ?", "2 exit 5 orphaned"}, tree)),
              Contains("no process for line 4 'grandchild exit 5 orphaned'"));
  EXPECT_THAT(reasons(seen_by_job({"1 exit 1 ?", "1.1 exit 5 orphaned", "2 exit 0 ?"}, tree)),
              ElementsAre("a process too many: 2 (exit 0) under program"));
}

TEST(LevelJob, WhoEndedFirstIsCompared) {
  EXPECT_THAT(
      reasons(seen_by_job({"1 exit 0 ?"}, "  child  exit 0  orphaned\n")),
      ElementsAre("child did not outlive its creator, expected orphaned: it had ended when its creator "
                  "ended"));
  EXPECT_THAT(
      reasons(seen_by_job({"1 exit 0 orphaned"}, "  child  exit 0  reaped\n")),
      ElementsAre("child was orphaned, expected reaped: it was still running when its creator ended"));
  EXPECT_THAT(reasons(seen_by_job({"1 ? leaked"}, "  child  exit 0  reaped\n")),
              ElementsAre(HasSubstr("was leaked")));
}

// As a kqueue of macOS tells: what is short may have been missed.
TEST(LevelJob, WhatMayHaveBeenMissedIsNotChecked) {
  const auto compared_incomplete = [](const Lines& processes, const std::string& tree) {
    Observation seen = observed("", processes, Level::job);
    seen.is_complete = false;
    return compare(seen, golden(head + tree), {});
  };
  const std::string tree = "  child  exit 1  reaped\n    2x grandchild  exit 5  reaped\n";
  const Comparison empty = compared_incomplete({"program exit 0 root"}, tree);
  EXPECT_THAT(empty.differences, IsEmpty());
  EXPECT_THAT(empty.not_checked,
              ElementsAre("child: whether it was there", "program: whether it made more processes"));
  const Comparison one =
      compared_incomplete({"program exit 0 root", "1 exit 1 reaped", "1.1 exit 5 reaped"}, tree);
  EXPECT_THAT(one.differences, IsEmpty());
  EXPECT_THAT(one.not_checked,
              ElementsAre("grandchild: whether it was there", "program: whether it made more processes"));
  EXPECT_THAT(
      reasons(compared_incomplete({"program exit 0 root", "1 exit 2 reaped", "2 exit 0 reaped"}, tree)),
      ElementsAre("child ended with exit 2, expected exit 1",
                  "a process too many: 2 (exit 0, reaped) under program"));
}

TEST(LevelJob, PrintedPidsAreCompared) {
  const std::string text = "-- stdout --\n[[pid 1]]\n-- processes --\nprogram  exit 0\n  child  exit 0  *\n";
  EXPECT_THAT(reasons(observed("101\n", {"program exit 0 root", "1 exit 0 ?"}, Level::job), text), IsEmpty());
  EXPECT_THAT(reasons(observed("102\n", {"program exit 0 root", "1 exit 0 ?"}, Level::job), text),
              ElementsAre(HasSubstr("stdout line 1")));
}

TEST(LevelTrace, WhatIsNotKnownOfAProcessIsNotChecked) {
  Observation seen = observed("", {"program exit 0 root", "1 ? ?"});
  seen.processes[1].exec.reset();
  const Comparison found = compare(seen, golden(head + "  child  exit 0  reaped  exec sleep\n"), {});
  EXPECT_THAT(found.differences, IsEmpty());
  EXPECT_THAT(found.not_checked,
              ElementsAre("child: how it ended", "child: what became of it", "child: what it executed"));
}

TEST(LevelTrace, ACreatorThatIsNotKnownIsNotChecked) {
  const Comparison found = compared(Level::passive, {"1 exit 0 reaped"}, "  child  exit 0  reaped\n");
  EXPECT_THAT(found.differences, IsEmpty());
  EXPECT_THAT(found.not_checked, ElementsAre("child: who started it"));
}

TEST(LevelTrace, NothingIsUncheckedWhereEverythingIsSeen) {
  const Comparison found = compare(observed("", {"program exit 0 root", "1 exit 0 reaped"}),
                                   golden(head + "  child  exit 0  reaped\n"), {});
  EXPECT_THAT(found.not_checked, IsEmpty());
}

}  // namespace
}  // namespace harness
