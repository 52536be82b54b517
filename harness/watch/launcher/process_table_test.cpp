#include "watch/launcher/process_table.hpp"

#include <gtest/gtest.h>

namespace harness::launcher {
namespace {

constexpr Status status = 0;

/// "program root, 1 reaped": ids and fates; "ended" where it is only known that its creator outlived it.
std::string tree_of(const ProcessTable& table, Waits waits = Waits::seen) {
  const char* const fates[] = {"-", "root", "orphaned", "leaked", "reaped", "zombie"};
  std::string text;
  for (const Process& process : table.told(waits)) {
    if (!text.empty()) text += ", ";
    text += process.id + " " +
            (process.outlived_creator == false ? "ended" : fates[static_cast<int>(process.fate)]);
  }
  return text;
}

/// A program that has executed, with that many children, at the places from 1 on.
ProcessTable program_with(std::size_t children) {
  ProcessTable table({"--server"});
  table.created(100, std::nullopt);
  table.executed(0, {"p", "x"});
  for (std::size_t i = 0; i < children; ++i)
    table.created(static_cast<long>(101 + i), 0);
  return table;
}

TEST(ProcessTable, NumbersByCreator) {
  ProcessTable table = program_with(2);
  table.created(110, 1);
  table.created(111, 2);
  table.created(112, 1);
  table.created(113, std::nullopt);
  std::vector<std::string> lines;
  for (const Process& process : table.told(Waits::seen))
    lines.push_back(process.id + " of " + process.parent.value_or("nobody"));
  EXPECT_EQ(lines, (std::vector<std::string>{"program of nobody", "1 of program", "2 of program", "1.1 of 1",
                                             "2.1 of 2", "1.2 of 1", "3 of nobody"}));
}

TEST(ProcessTable, KnowsWhatRunsInACopy) {
  ProcessTable table = program_with(2);
  table.executed(2, {"q"});
  const std::vector<Process> told = table.told(Waits::seen);
  EXPECT_EQ(told[1].argv, (std::vector<std::string>{"p", "x"}));
  EXPECT_EQ(told[1].exec, false);
  EXPECT_EQ(told[2].argv, std::vector<std::string>{"q"});
  EXPECT_EQ(told[2].exec, true);
}

TEST(ProcessTable, TellsOrphansFromThoseThatWereWaitedFor) {
  ProcessTable table = program_with(3);
  table.ended(1, status);
  table.ended(2, status);
  table.ended(0, status);
  table.left(2);
  table.ended(3, status);
  table.left(3);
  EXPECT_EQ(tree_of(table), "program root, 1 reaped, 2 zombie, 3 orphaned");
  EXPECT_EQ(tree_of(table, Waits::unseen), "program root, 1 ended, 2 ended, 3 orphaned");
}

TEST(ProcessTable, WhatComesWhileItsCreatorLivesWasReapedAutomatically) {
  ProcessTable table = program_with(1);
  table.ended(1, status);
  table.left(1);
  table.ended(0, status);
  EXPECT_EQ(tree_of(table), "program root, 1 reaped");
}

TEST(ProcessTable, AStrayHasNoFate) {
  ProcessTable table = program_with(0);
  table.created(101, std::nullopt);
  table.ended(0, status);
  table.ended(1, status);
  EXPECT_EQ(tree_of(table), "program root, 1 -");
}

TEST(ProcessTable, DoubtIsOverWithTheNextLook) {
  ProcessTable table = program_with(2);
  table.begin_look();
  table.ended(1, status, Moment::doubtful);
  table.begin_look();
  table.ended(2, status, Moment::doubtful);
  table.ended(0, status);
  EXPECT_EQ(tree_of(table), "program root, 1 reaped, 2 -");
}

TEST(ProcessTable, DoubtAboutACreatorIsDoubtAboutItsChildren) {
  ProcessTable table = program_with(1);
  table.ended(1, status);
  table.ended(0, status, Moment::doubtful);
  EXPECT_EQ(tree_of(table, Waits::unseen), "program root, 1 -");
}

TEST(ProcessTable, WhoIsKilledHasLeaked) {
  ProcessTable table = program_with(2);
  table.ended(1, status);
  table.mark_killed();
  table.ended(0, status);
  table.ended(2, status);
  EXPECT_EQ(tree_of(table), "program root, 1 reaped, 2 leaked");
  EXPECT_TRUE(table.told(Waits::seen)[0].killed);
}

TEST(ProcessTable, WhatAHelperMakesStandsUnderWhoAskedForIt) {
  ProcessTable table = program_with(2);
  table.executed(1, {"p", "--server=3"});
  table.created(110, 1);
  table.created(111, 1);
  table.created(112, 1);
  table.ended(3, status);  // the server waits for it in the end
  table.ended(0, status);
  table.ended(4, status);
  table.ended(1, status);
  table.ended(5, status);
  EXPECT_EQ(tree_of(table), "program root, helper 1 orphaned, 1 -, 2 reaped, 3 orphaned, 4 orphaned");
  EXPECT_TRUE(table.told(Waits::seen)[1].helper);
  EXPECT_EQ(table.told(Waits::seen)[3].parent, "program");
}

TEST(ProcessTable, SaysWhichHelpersAreGuessed) {
  ProcessTable table({"from multiprocessing.forkserver import main"});
  table.created(100, std::nullopt);
  table.executed(0, {"python3", "x.py"});
  table.created(101, 0);
  table.executed(1, {"python3", "-c", "import sys; from multiprocessing.forkserver import main; main(3)"});
  table.created(102, 0);
  table.executed(2, {"python3", "-c", "import multiprocessing.forkserver as f; f.serve(3)"});
  const std::vector<Process> told = table.told(Waits::seen);
  EXPECT_TRUE(told[1].helper);
  EXPECT_FALSE(told[1].helper_guessed);
  EXPECT_TRUE(told[2].helper);
  EXPECT_TRUE(told[2].helper_guessed);
}

TEST(ProcessTable, FindsTheLastOfAPid) {
  ProcessTable table = program_with(1);
  EXPECT_EQ(table.living(101), 1U);
  table.ended(1, status);
  EXPECT_EQ(table.living(101), std::nullopt);
  EXPECT_EQ(table.latest(101), 1U);
  table.created(101, 0);
  EXPECT_EQ(table.living(101), 2U);
  EXPECT_EQ(table.latest(7), std::nullopt);
}

TEST(ProcessTable, IsCompleteUntilSomeMayHaveBeenMissed) {
  ProcessTable table = program_with(0);
  EXPECT_TRUE(table.is_complete());
  EXPECT_FALSE(table.has_all_ended());
  table.may_have_missed_some();
  table.ended(0, status);
  EXPECT_FALSE(table.is_complete());
  EXPECT_TRUE(table.has_all_ended());
}

}  // namespace
}  // namespace harness::launcher
