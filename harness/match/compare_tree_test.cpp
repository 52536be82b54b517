#include <sstream>

#include "match/samples_test.hpp"
#include "match/tree_text.hpp"

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
using testing::SizeIs;
using Lines = std::vector<std::string>;

const std::string head = "-- processes --\nprogram  exit 0\n";

Comparison compared(const Lines& processes, const std::string& tree) {
  Lines all{"program exit 0 root"};
  all.insert(all.end(), processes.begin(), processes.end());
  return compare(observed("", all), golden(head + tree), {});
}

Lines told(const Lines& processes, const std::string& tree) {
  return reasons(compared(processes, tree));
}

TEST(CompareTree, EqualTreesAreEqual) {
  EXPECT_EQ(compared({"1 exit 1 reaped"}, "  child  exit 1  reaped\n"), Comparison{});
  EXPECT_EQ(compared({"1 exit 0 reaped", "1.1 signal SIGKILL orphaned", "2 exit 0 zombie"},
                     "  b  exit 0  zombie\n  a  exit 0  reaped\n    c  signal SIGKILL  orphaned\n"),
            Comparison{});
}

TEST(CompareTree, TellsAWrongEnding) {
  const Comparison found = compared({"1 exit 0 reaped"}, "  child  exit 1  reaped\n");
  EXPECT_THAT(reasons(found), ElementsAre("child ended with exit 0, expected exit 1"));
  EXPECT_EQ(found.differences[0].line, 3);
  EXPECT_EQ(found.differences[0].code, ReasonCode::wrong_tree);
  EXPECT_THAT(marked(found.differences[0]),
              ElementsAre(" program            exit 0", "-  child            exit 1      reaped",
                          "+  child            exit 0      reaped"));
  EXPECT_THAT(told({"1 signal SIGKILL reaped"}, "  child  exit 0  reaped\n"),
              ElementsAre("child was killed by SIGKILL, expected exit 0"));
  EXPECT_THAT(told({"1 exit 143 reaped"}, "  child  signal SIGTERM  reaped\n"),
              ElementsAre("child ended with exit 143, expected signal SIGTERM"));
}

TEST(CompareTree, TellsAWrongFate) {
  EXPECT_THAT(told({"1 exit 0 zombie"}, "  child  exit 0  reaped\n"),
              ElementsAre("child was left a zombie, expected reaped: nobody waited for it"));
  EXPECT_THAT(
      told({"1 exit 0 orphaned"}, "  child  exit 0  reaped\n"),
      ElementsAre("child was orphaned, expected reaped: it was still running when its creator ended"));
  EXPECT_THAT(
      told({"1 exit 0 reaped"}, "  child  exit 0  orphaned\n"),
      ElementsAre(
          "child was reaped, expected orphaned: it ended and was waited for while its creator lived"));
  EXPECT_THAT(told({"1 exit 0 reaped"}, "  child  *  leaked\n"), SizeIs(1));
}

TEST(CompareTree, TellsBothThingsThatAreWrong) {
  EXPECT_THAT(told({"1 exit 0 zombie"}, "  child  exit 1  reaped\n"), SizeIs(2));
}

TEST(CompareTree, TellsProcessesTooMany) {
  const Comparison found = compared({"1 exit 0 reaped", "2 exit 0 reaped"}, "  child  exit 0  reaped\n");
  EXPECT_THAT(reasons(found), ElementsAre("a process too many: 2 (exit 0, reaped) under program"));
  EXPECT_THAT(told({"1 exit 0 reaped", "1.1 exit 7 orphaned"}, "  child  exit 0  reaped\n"),
              ElementsAre("a process too many: 1.1 (exit 7, orphaned) under child"));
}

TEST(CompareTree, TellsMissingProcesses) {
  const Comparison found = compared({}, "  child            exit 0      reaped\n");
  EXPECT_THAT(reasons(found), ElementsAre("no process for line 3 'child exit 0 reaped'"));
  EXPECT_EQ(found.differences[0].line, 3);
}

TEST(CompareTree, AProcessStaysUnderItsCreator) {
  EXPECT_THAT(told({"1 exit 0 reaped", "2 exit 0 reaped"}, "  a  exit 0  reaped\n    b  exit 0  reaped\n"),
              testing::UnorderedElementsAre(HasSubstr("no process for line 4 'b exit 0 reaped'"),
                                            HasSubstr("a process too many: 2")));
  // A double fork in place of a child.
  EXPECT_THAT(told({"1 exit 0 reaped", "1.1 exit 1 orphaned"}, "  child  exit 1  reaped\n"),
              testing::UnorderedElementsAre("child ended with exit 0, expected exit 1",
                                            HasSubstr("a process too many: 1.1")));
}

TEST(CompareTree, SiblingsMatchInAnyOrderWithWhatIsBelowThem) {
  const std::string tree =
      "  a  exit 0  reaped\n    x  exit 1  reaped\n  b  exit 0  reaped\n    y  exit 2  reaped\n  c  *  "
      "reaped\n";
  EXPECT_THAT(told({"1 exit 0 reaped", "2 exit 0 reaped", "3 exit 0 reaped", "2.1 exit 1 reaped",
                    "3.1 exit 2 reaped"},
                   tree),
              IsEmpty());
  EXPECT_THAT(told({"1 exit 0 reaped", "2 exit 0 reaped", "3 exit 0 reaped", "2.1 exit 1 reaped",
                    "3.1 exit 3 reaped"},
                   tree),
              ElementsAre("y ended with exit 3, expected exit 2"));
}

TEST(CompareTree, StarsAndOptionalLines) {
  EXPECT_THAT(told({"1 signal SIGTERM zombie"}, "  child  *  *\n"), IsEmpty());
  EXPECT_THAT(told({}, "  child  exit 0  reaped  ?\n"), IsEmpty());
  EXPECT_THAT(told({"1 exit 0 reaped"}, "  child  exit 0  reaped  ?\n"), IsEmpty());
  EXPECT_THAT(told({"1 exit 1 reaped"}, "  child  exit 0  reaped  ?\n"),
              ElementsAre("child ended with exit 1, expected exit 0"));
  EXPECT_THAT(told({"1 signal SIGKILL orphaned"}, "  child  exit 0  reaped  ?\n"),
              ElementsAre(HasSubstr("a process too many")));
}

TEST(CompareTree, CountsSiblings) {
  const Lines three{"1 exit 0 reaped", "2 exit 0 reaped", "3 exit 0 reaped"};
  EXPECT_THAT(told(three, "  3x worker  exit 0  reaped\n"), IsEmpty());
  EXPECT_THAT(told(three, "  2..4x worker  exit 0  reaped\n"), IsEmpty());
  EXPECT_THAT(told(three, "  4..5x worker  exit 0  reaped\n"),
              ElementsAre("no process for line 3 '4..5x worker exit 0 reaped': 1 too few"));
  EXPECT_THAT(told(three, "  1..2x worker  exit 0  reaped\n"),
              ElementsAre("a process too many: 3 (exit 0, reaped) under program"));
  EXPECT_THAT(told({"1 exit 0 reaped", "2 exit 9 reaped"}, "  2x worker  exit 0  reaped\n"),
              ElementsAre("worker (process 2) ended with exit 9, expected exit 0"));
  EXPECT_THAT(told({"1 exit 0 reaped", "2 exit 0 reaped", "1.1 exit 1 reaped", "2.1 exit 1 reaped"},
                   "  2x worker  exit 0  reaped\n    sub  exit 1  reaped\n"),
              IsEmpty());
}

TEST(CompareTree, ALineWithLeastIsServedBeforeOneThatMayBe) {
  EXPECT_THAT(told({"1 exit 0 reaped"}, "  maybe  *  *  ?\n  child  exit 0  reaped\n"), IsEmpty());
  EXPECT_THAT(told({"1 exit 0 reaped", "2 exit 1 reaped"}, "  maybe  *  *  ?\n  child  exit 0  reaped\n"),
              IsEmpty());
}

TEST(CompareTree, DotsAreAnyFurtherProcesses) {
  const Lines some{"1 exit 1 reaped", "2 exit 0 zombie", "2.1 signal SIGKILL orphaned", "3 * leaked"};
  EXPECT_EQ(compared(some, "  ...\n"), Comparison{});
  EXPECT_EQ(compared(some, "  child  exit 1  reaped\n  ...\n"), Comparison{});
  EXPECT_EQ(compared({}, "  ...\n"), Comparison{});
  EXPECT_EQ(compared({"1 exit 1 reaped"}, "  child  exit 1  reaped\n    ...\n"), Comparison{});
  EXPECT_THAT(told({"1 exit 0 zombie"}, "  child  exit 7  zombie\n  ...\n"),
              ElementsAre("child ended with exit 0, expected exit 7"));
  EXPECT_THAT(told({}, "  child  exit 1  reaped\n  ...\n"),
              ElementsAre("no process for line 3 'child exit 1 reaped'"));
  EXPECT_THAT(told(some, "  child  exit 1  reaped\n    ...\n"), SizeIs(2));  // the open one is below child
}

TEST(CompareTree, DotsOfSiblingsTellThemApart) {
  const Lines two{"1 exit 0 reaped", "1.1 exit 4 reaped", "1.2 exit 9 reaped",
                  "2 exit 0 reaped", "2.1 exit 8 reaped", "2.2 exit 3 reaped"};
  EXPECT_EQ(compared(two, "  2x child  exit 0  reaped\n    ...\n"), Comparison{});
  EXPECT_EQ(compared(two,
                     "  a  exit 0  reaped\n    deep  exit 3  reaped\n    ...\n"
                     "  b  exit 0  reaped\n    deep  exit 4  reaped\n    ...\n"),
            Comparison{});
}

TEST(CompareTree, DotsAreShownWhereTheyStand) {
  const Comparison found =
      compared({"1 exit 0 reaped", "2 exit 0 reaped"}, "  child  exit 1  reaped\n  ...\n");
  EXPECT_THAT(marked(found.differences.at(0)),
              ElementsAre(" program            exit 0", "-  child            exit 1      reaped",
                          "+  child            exit 0      reaped", "   ..."));
}

TEST(CompareTree, ComparesWhatIsExecuted) {
  Observation seen = observed("", {"program exit 0 root", "1 exit 0 reaped"});
  samples::executes(seen, "1", {"/usr/bin/sleep", "5"});
  const auto about = [&](const std::string& line) { return reasons(seen, head + line); };
  EXPECT_THAT(about("  child  exit 0  reaped  exec sleep\n"), IsEmpty());
  EXPECT_THAT(about("  child  exit 0  reaped\n"), IsEmpty());
  EXPECT_THAT(about("  child  exit 0  reaped  exec true\n"),
              ElementsAre("child executed sleep, expected true"));
  samples::find(seen, "1").exec = false;
  EXPECT_THAT(about("  child  exit 0  reaped  exec true\n"),
              ElementsAre("child ran no program of its own, expected exec true"));
}

TEST(CompareTree, TellsAWrongExitOfTheProgram) {
  const Comparison found = compare(observed("", {"program exit 1 root"}), golden(head), {});
  EXPECT_THAT(reasons(found), ElementsAre("program ended with exit 1, expected exit 0"));
  EXPECT_EQ(found.differences[0].code, ReasonCode::wrong_exit);
  EXPECT_EQ(found.differences[0].line, 2);
  EXPECT_THAT(reasons(observed("", {"program signal SIGINT root"}), "-- stdout --\n"),
              ElementsAre("program was killed by SIGINT, expected exit 0"));
  EXPECT_THAT(
      reasons(observed("", {"program signal SIGINT root"}), "-- processes --\nprogram  signal SIGINT\n"),
      IsEmpty());
  EXPECT_THAT(reasons(observed("", {}), "-- stdout --\n"), ElementsAre("how the program ended was not seen"));
  EXPECT_THAT(reasons(observed("", {"program ? root"}), "-- processes --\nprogram  *\n"),
              ElementsAre("how the program ended was not seen"));
}

TEST(CompareTree, LeakedProcessesMustBeDeclared) {
  EXPECT_THAT(told({"1 ? leaked"}, "  child  *  leaked\n"), IsEmpty());
  const Comparison found = compared({"1 signal SIGKILL leaked"}, "  child  exit 0  reaped\n");
  EXPECT_THAT(
      reasons(found),
      ElementsAre("child was leaked: it was still running when everything else was over, and was killed"));
  EXPECT_EQ(found.differences[0].code, ReasonCode::leaked_process);
  EXPECT_THAT(told({"1 ? leaked"}, "  child  *  *\n"), ElementsAre(HasSubstr("child was leaked")));
  EXPECT_THAT(told({"1 ? leaked"}, ""),
              ElementsAre(HasSubstr("process 1 (leaked) under program was leaked")));
  EXPECT_THAT(told({"1 exit 0 reaped", "1.1 ? leaked"}, ""),
              testing::UnorderedElementsAre(HasSubstr("a process too many: 1"),
                                            HasSubstr("process 1.1 (leaked) was leaked")));
  EXPECT_THAT(reasons(observed("", {"program exit 0 root", "1 ? leaked"}), "-- stdout --\n"),
              ElementsAre(HasSubstr("process 1 (leaked) was leaked")));
}

TEST(CompareTree, HelpersAreLeftOut) {
  Observation seen = observed("", {"program exit 0 root", "h exit 0 orphaned", "1 exit 0 reaped"});
  samples::find(seen, "h").helper = true;
  EXPECT_THAT(reasons(seen, head + "  child  exit 0  reaped\n"), IsEmpty());
}

TEST(CompareTree, GuessedHelpersAreLeftOutAndReported) {
  Observation seen = observed("", {"program exit 0 root", "1 exit 0 reaped", "h exit 0 reaped"});
  Process& helper = samples::find(seen, "h");
  helper.helper = helper.helper_guessed = true;
  helper.argv = {"python3", "-c", "import multiprocessing.forkserver\n" + std::string(200, 'x')};
  const Comparison found = compare(seen, golden(head + "  child  exit 0  reaped\n"), {});
  EXPECT_THAT(found.differences, IsEmpty());
  const std::string sentence =
      "h looks like a helper of the start method, of a version that exeunt does not know: python3 -c import "
      "multiprocessing.forkserver\\nxxx";
  EXPECT_THAT(found.guessed_helpers,
              ElementsAre(testing::AllOf(testing::StartsWith(sentence), testing::EndsWith("x..."))));
}

TEST(CompareTree, WithoutASectionTheTreeIsNotCompared) {
  EXPECT_EQ(compare(observed("", {"program exit 0 root", "1 exit 3 zombie"}), golden("-- stdout --\n"), {}),
            Comparison{});
}

TEST(CompareTree, CloseRacesAreTold) {
  Observation seen =
      observed("", {"program exit 0 root", "1 exit 0 orphaned", "2 exit 0 zombie", "3 exit 0 zombie"});
  samples::find(seen, "1").margin_ms = 3.21;
  samples::find(seen, "2").margin_ms = 19;
  samples::find(seen, "3").margin_ms = 20;
  const Comparison found =
      compare(seen, golden(head + "  a  exit 0  orphaned\n  2x b  exit 0  zombie\n"), {});
  EXPECT_THAT(found.differences, IsEmpty());
  EXPECT_THAT(
      found.close_races,
      ElementsAre(
          "a was orphaned by a margin of 3.2 ms: it outlived its creator by no more",
          "b (process 2) was left a zombie by a margin of 19 ms: its creator outlived it by no more"));
}

TEST(CompareTree, ManyEqualChildrenTakeLittleTime) {
  Lines many;
  for (int i = 1; i <= 2000; ++i)
    many.push_back(std::to_string(i) + " exit 0 reaped");
  EXPECT_THAT(told(many, "  2000x worker  exit 0  reaped\n"), IsEmpty());
  EXPECT_THAT(told(many, "  1999x worker  exit 0  reaped\n"), SizeIs(1));
  const Comparison found = compared(many, "");
  EXPECT_LE(found.differences.size(), 22U);
  EXPECT_THAT(reasons(found), Contains("1,980 more differences in the tree"));
  EXPECT_LE(found.differences[0].diff.size(), 64U);
}

TEST(CompareTree, DeepTreesDoNotExhaustTheStack) {
  Observation seen = observed("", {"program exit 0 root"});
  std::string parent = "program";
  for (int i = 0; i < 20'000; ++i) {
    Process process = samples::process("x exit 0 reaped");
    process.id = "d" + std::to_string(i);
    process.parent = parent;
    parent = process.id;
    seen.processes.push_back(process);
  }
  EXPECT_THAT(reasons(seen, head), SizeIs(1));
  EXPECT_LT(tree_text(seen).size(), 200'000U);
}

// Each of these is wrong in one way that must be told on its line.
TEST(CompareTree, WrongTreesFailOnTheRightLine) {
  const std::string tree =
      "  child  exit 0  reaped\n    grandchild  exit 3  reaped\n  daemon  signal SIGTERM  reaped\n";
  const Lines good{"1 exit 0 reaped", "1.1 exit 3 reaped", "2 signal SIGTERM reaped"};
  ASSERT_THAT(told(good, tree), IsEmpty());
  const auto line_of = [&](std::size_t at, const std::string& changed) {
    Lines processes = good;
    processes[at] = changed;
    const Comparison found = compared(processes, tree);
    EXPECT_THAT(found.differences, SizeIs(1)) << changed;
    return found.differences.empty() ? 0 : found.differences[0].line;
  };
  EXPECT_EQ(line_of(0, "1 exit 1 reaped"), 3);
  EXPECT_EQ(line_of(1, "1.1 exit 2 reaped"), 4);
  EXPECT_EQ(line_of(1, "1.1 exit 3 zombie"), 4);
  EXPECT_EQ(line_of(2, "2 exit 0 reaped"), 5);
  EXPECT_EQ(line_of(2, "2 signal SIGTERM orphaned"), 5);
}

}  // namespace
}  // namespace harness
