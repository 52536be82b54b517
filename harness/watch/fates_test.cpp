#include "watch/fates.hpp"

#include <gmock/gmock.h>

#include <csignal>

#include "model/names.hpp"

// Lists of events as the observers of each platform report them, and what became of the processes. Numbers
// are those of the events; 0 is the program.

namespace harness::watch {
namespace {

using wire::RunReport;
using Events = std::vector<Event>;

constexpr int kill_signal = 9;  // SIGKILL, which Windows does not name

Event created(int process, int parent, std::int64_t t_us = 0) {
  return {
      .kind = EventKind::created, .t_us = t_us, .process = process, .parent = parent, .pid = 100 + process};
}
Event adopted(int process) {
  return {.kind = EventKind::adopted, .process = process, .pid = 100 + process};
}
Event executed(int process, std::vector<std::string> argv) {
  return {.kind = EventKind::exec, .process = process, .argv = std::move(argv)};
}
Event exited(int process, int status, std::int64_t t_us = 0) {
  return {.kind = EventKind::exited, .t_us = t_us, .process = process, .end = Exited{status}};
}
Event killed_by(int process, int signal) {
  return {.kind = EventKind::exited, .process = process, .end = Killed{signal}};
}
Event ended_somehow(int process) {
  return {.kind = EventKind::exited, .process = process, .signal = unknown_ending};
}
Event reaped(int process, ReapedBy by = ReapedBy::parent) {
  return {.kind = EventKind::reaped, .process = process, .by = by};
}
Event killed_by_harness(int process) {
  return {.kind = EventKind::killed, .process = process};
}
/// An end as a look of a kqueue notices it.
Event noticed(int look, int process, bool doubtful = false) {
  return {
      .kind = EventKind::exited, .process = process, .end = Exited{0}, .doubtful = doubtful, .look = look};
}

/// "program exit 0 root, 1 exit 1 reaped, 1.1 ? -": ids, ends and fates; "ended first" where no more is known
/// than that its creator outlived it.
std::string tree_of(const RunReport& report) {
  std::string text;
  for (const Process& process : fates_of(report)) {
    if (!text.empty()) text += ", ";
    text += process.id + " " + (process.end ? to_string(*process.end) : "?") + " ";
    if (process.outlived_creator == false)
      text += "ended first";
    else
      text += process.fate ? to_string(*process.fate) : "-";
  }
  return text;
}

std::string tree_of(Events events) {
  return tree_of(RunReport{.events = std::move(events)});
}

Process process_of(const RunReport& report, const std::string& id) {
  for (const Process& process : fates_of(report)) {
    if (process.id == id) return process;
  }
  ADD_FAILURE() << "no process " << id;
  return {};
}

Process process_of(Events events, const std::string& id) {
  return process_of(RunReport{.events = std::move(events)}, id);
}

// ---- what holds for every observer

TEST(Fates, OfNothingIsNothing) {
  EXPECT_TRUE(fates_of({}).empty());
}

TEST(Fates, TheProgramIsTheRootWhoeverReapsIt) {
  const RunReport report{
      .events = {created(0, -1), executed(0, {"p"}), exited(0, 3), reaped(0, ReapedBy::adopter)}};
  EXPECT_EQ(tree_of(report), "program exit 3 root");
  EXPECT_EQ(process_of(report, "program").parent, std::nullopt);
  EXPECT_EQ(process_of(report, "program").argv, std::vector<std::string>{"p"});
}

TEST(Fates, ChildrenAreNumberedUnderTheirCreator) {
  const RunReport report{.events = {created(0, -1), created(1, 0), created(2, 0), created(3, 1),
                                    created(4, 2), created(5, 1), created(6, -1)}};
  std::vector<std::string> lines;
  for (const Process& process : fates_of(report))
    lines.push_back(process.id + " of " + process.parent.value_or("nobody"));
  EXPECT_THAT(lines, testing::ElementsAre("program of nobody", "1 of program", "1.1 of 1", "1.2 of 1",
                                          "2 of program", "2.1 of 2", "3 of nobody"));
}

TEST(Fates, ProcessesKeepTheirNumbersInTheEvents) {
  const RunReport report{
      .events = {created(0, -1), created(1, 0), created(2, 1), created(3, 0), exited(2, 0)}, .helpers = {1}};
  EXPECT_EQ(process_of(report, "program").number, 0);
  EXPECT_EQ(process_of(report, "1").number, 2);
  EXPECT_EQ(process_of(report, "2").number, 3);
  EXPECT_EQ(process_of(report, "helper 1").number, 1);
}

TEST(Fates, ACopyRunsWhatItsCreatorRuns) {
  const Events events{created(0, -1), executed(0, {"p", "x"}), created(1, 0), created(2, 0),
                      executed(2, {"q"})};
  EXPECT_EQ(process_of(events, "1").argv, (std::vector<std::string>{"p", "x"}));
  EXPECT_EQ(process_of(events, "1").exec, false);
  EXPECT_EQ(process_of(events, "2").argv, std::vector<std::string>{"q"});
  EXPECT_EQ(process_of(events, "2").exec, true);
}

TEST(Fates, ArgumentsThatCouldNotBeReadAreUnknown) {
  const Events events{created(0, -1), executed(0, {"p"}), created(1, 0), executed(1, {})};
  EXPECT_EQ(process_of(events, "1").argv, std::nullopt);
  EXPECT_EQ(process_of(events, "1").exec, true);
}

TEST(Fates, AParentWithAHigherNumberIsNone) {
  EXPECT_EQ(tree_of({created(0, -1), created(1, 2), created(2, 1), exited(0, 0)}),
            "program exit 0 root, 1 ? -, 1.1 ? -");
}

TEST(Fates, MomentsAreMillisecondsOfTheRun) {
  Event reaping = reaped(1);
  reaping.t_us = 2500;
  const Process child =
      process_of({created(0, -1), created(1, 0, 500), exited(1, 0, 1500), reaping, exited(0, 0)}, "1");
  EXPECT_EQ(child.start_ms, 0.5);
  EXPECT_EQ(child.end_ms, 1.5);
  EXPECT_EQ(child.reaped_ms, 2.5);
  EXPECT_EQ(child.margin_ms, std::nullopt);
}

TEST(Fates, ProcessorTimeIsEachProcesssOwn) {
  Event child_end = exited(1, 0);
  child_end.cpu_us = 3000;
  Event root_end = exited(0, 0);
  root_end.cpu_us = 5000;
  const Events events{created(0, -1), created(1, 0), child_end, reaped(1), root_end};
  EXPECT_EQ(process_of(events, "program").cpu_ms, 2.0);
  EXPECT_EQ(process_of(events, "1").cpu_ms, 3.0);
}

TEST(Fates, ProcessorTimeIsUnknownWhereAWaitedChildsIs) {
  Event root_end = exited(0, 0);
  root_end.cpu_us = 5000;
  EXPECT_EQ(process_of({created(0, -1), created(1, 0), exited(1, 0), reaped(1), root_end}, "program").cpu_ms,
            std::nullopt);
}

// ---- Linux, level trace: every end and every reaping, in order

TEST(FatesOfATrace, ReapedWhileTheCreatorLives) {
  EXPECT_EQ(tree_of({created(0, -1), created(1, 0), exited(1, 1), reaped(1), exited(0, 0)}),
            "program exit 0 root, 1 exit 1 reaped");
  EXPECT_EQ(tree_of({created(0, -1), created(1, 0), exited(1, 1), reaped(1, ReapedBy::automatically),
                     exited(0, 0)}),
            "program exit 0 root, 1 exit 1 reaped");
}

TEST(FatesOfATrace, ZombieWhenNobodyWaited) {
  const Events events{created(0, -1), created(1, 0), exited(1, 1, 1000), exited(0, 0, 4000),
                      reaped(1, ReapedBy::adopter)};
  EXPECT_EQ(tree_of(events), "program exit 0 root, 1 exit 1 zombie");
  EXPECT_EQ(process_of(events, "1").margin_ms, 3.0);
}

TEST(FatesOfATrace, ReapedAfterItsCreatorsEndIsAZombieWhoeverReapedIt) {
  EXPECT_EQ(tree_of({created(0, -1), created(1, 0), exited(1, 1), exited(0, 0), reaped(1)}),
            "program exit 0 root, 1 exit 1 zombie");
}

TEST(FatesOfATrace, ZombieWhenItsReapingWasNeverSeen) {
  EXPECT_EQ(tree_of({created(0, -1), created(1, 0), exited(1, 1), exited(0, 0)}),
            "program exit 0 root, 1 exit 1 zombie");
}

TEST(FatesOfATrace, OrphanedWhenItsCreatorEndedFirst) {
  const Events events{created(0, -1), created(1, 0), exited(0, 0, 1000), exited(1, 7, 31000),
                      reaped(1, ReapedBy::adopter)};
  EXPECT_EQ(tree_of(events), "program exit 0 root, 1 exit 7 orphaned");
  EXPECT_EQ(process_of(events, "1").margin_ms, 30.0);
}

TEST(FatesOfATrace, OrphanedWhenItHasNotEndedAtAll) {
  EXPECT_EQ(tree_of({created(0, -1), created(1, 0), exited(0, 0)}), "program exit 0 root, 1 ? orphaned");
}

TEST(FatesOfATrace, NoFateWhileBothLive) {
  EXPECT_EQ(tree_of({created(0, -1), created(1, 0)}), "program ? root, 1 ? -");
  EXPECT_EQ(tree_of({created(0, -1), created(1, 0), exited(1, 0)}), "program ? root, 1 exit 0 -");
  EXPECT_EQ(tree_of({created(0, -1), created(1, 0), exited(1, 0), reaped(1)}),
            "program ? root, 1 exit 0 reaped");
}

TEST(FatesOfATrace, OnlyTheTimeOfWaitedForChildrenIsTakenFromTheirParents) {
  const auto of_program = [](std::int64_t child_us, ReapedBy by, std::int64_t program_us) {
    Event child_end = exited(1, 0);
    child_end.cpu_us = child_us;
    Event program_end = exited(0, 0);
    program_end.cpu_us = program_us;
    return process_of({created(0, -1), created(1, 0), child_end, reaped(1, by), program_end}, "program")
        .cpu_ms;
  };
  EXPECT_EQ(of_program(3000, ReapedBy::parent, 5000), 2.0);
  EXPECT_EQ(of_program(3000, ReapedBy::adopter, 5000), 5.0);
  EXPECT_EQ(of_program(3000, ReapedBy::parent, 2000), 0.0);
  EXPECT_EQ(of_program(3000, ReapedBy::parent, -1), std::nullopt);
}

TEST(FatesOfATrace, ADoubleForkOrphansTheGrandchildOnly) {
  EXPECT_EQ(tree_of({created(0, -1), created(1, 0), created(2, 1), exited(1, 0), reaped(1), exited(2, 5),
                     reaped(2, ReapedBy::adopter), exited(0, 0)}),
            "program exit 0 root, 1 exit 0 reaped, 1.1 exit 5 orphaned");
}

TEST(FatesOfATrace, ALeakHasNoEndingOfItsOwn) {
  EXPECT_EQ(tree_of(RunReport{.events = {created(0, -1), created(1, 0), exited(0, 0), killed_by_harness(1),
                                         killed_by(1, kill_signal)},
                              .leaked = {1}}),
            "program exit 0 root, 1 ? leaked");
}

TEST(FatesOfATrace, ALeakHasNoEndingOfItsOwnWhereNobodyReportsWhoKilledIt) {
  EXPECT_EQ(
      tree_of(RunReport{.events = {created(0, -1), created(1, 0), exited(0, 0), killed_by(1, kill_signal)},
                        .leaked = {1}}),
      "program exit 0 root, 1 ? leaked");
}

TEST(FatesOfATrace, WhatIsKilledAtTheTimeLimitKeepsItsFate) {
  EXPECT_EQ(tree_of({created(0, -1), created(1, 0), killed_by_harness(0), killed_by_harness(1),
                     killed_by(0, kill_signal), killed_by(1, kill_signal)}),
            "program ? root, 1 ? orphaned");
}

TEST(FatesOfATrace, AServersChildrenStandUnderWhomItWorksFor) {
  // 0 starts server 1, which makes 2 and 3; 3 outlives 0.
  const RunReport report{
      .events = {created(0, -1), created(1, 0), executed(1, {"server"}), created(2, 1), exited(2, 4),
                 reaped(2), created(3, 1), exited(0, 0), exited(3, 0), reaped(3), exited(1, 0)},
      .helpers = {1}};
  EXPECT_EQ(tree_of(report),
            "program exit 0 root, 1 exit 4 reaped, 2 exit 0 orphaned, helper 1 exit 0 orphaned");
  EXPECT_EQ(process_of(report, "1").parent, "program");
  EXPECT_EQ(process_of(report, "helper 1").parent, "program");
  EXPECT_TRUE(process_of(report, "helper 1").helper);
  EXPECT_FALSE(process_of(report, "1").helper);
}

TEST(FatesOfATrace, SayWhichHelpersAreGuessed) {
  const RunReport report{.events = {created(0, -1), created(1, 0), created(2, 0), created(3, 2)},
                         .helpers = {1, 2},
                         .guessed_helpers = {2}};
  EXPECT_FALSE(process_of(report, "helper 1").helper_guessed);
  EXPECT_TRUE(process_of(report, "helper 2").helper_guessed);
  EXPECT_TRUE(process_of(report, "helper 2").helper);
  EXPECT_EQ(process_of(report, "1").parent, "program");
  EXPECT_FALSE(process_of(report, "1").helper_guessed);
}

TEST(FatesOfATrace, OfThoseWhoWereReleasedAreNotOver) {
  const RunReport report{.events = {created(0, -1), created(1, 0), created(2, 1), exited(2, 0), exited(0, 5)},
                         .released = {{1, 101, "sleep"}, {2, 102, "zombie"}}};
  EXPECT_EQ(tree_of(report), "program exit 5 root, 1 ? orphaned, 1.1 exit 0 -");
  EXPECT_TRUE(process_of(report, "1").still_runs);
  EXPECT_FALSE(process_of(report, "1.1").still_runs);
}

TEST(FatesOfATrace, AServersServersChildrenToo) {
  EXPECT_EQ(tree_of(RunReport{.events = {created(0, -1), created(1, 0), created(2, 1), created(3, 2),
                                         exited(3, 0), reaped(3), exited(0, 0)},
                              .helpers = {1, 2}}),
            "program exit 0 root, 1 exit 0 reaped, helper 1 ? orphaned, helper 2 ? orphaned");
}

TEST(FatesOfATrace, AServerReapsLateWithoutMakingZombies) {
  EXPECT_EQ(tree_of(RunReport{.events = {created(0, -1), created(1, 0), created(2, 1), exited(2, 4),
                                         exited(0, 0), reaped(2), exited(1, 0)},
                              .helpers = {1}}),
            "program exit 0 root, 1 exit 4 reaped, helper 1 exit 0 orphaned");
}

TEST(FatesOfATrace, WhatAServerLeavesToTheAdopterIsAZombie) {
  EXPECT_EQ(tree_of(RunReport{.events = {created(0, -1), created(1, 0), created(2, 1), exited(2, 4),
                                         exited(0, 0), exited(1, 0), reaped(2, ReapedBy::adopter)},
                              .helpers = {1}}),
            "program exit 0 root, 1 exit 4 zombie, helper 1 exit 0 orphaned");
}

TEST(FatesOfATrace, TheChildOfAStrayHelperIsAStray) {
  EXPECT_EQ(tree_of(RunReport{.events = {created(0, -1), created(1, -1), created(2, 1), exited(2, 4),
                                         exited(0, 0), exited(1, 0)},
                              .helpers = {1}}),
            "program exit 0 root, 1 exit 4 -, helper 1 exit 0 -");
}

// ---- Linux, level passive: how a signal ended a process may never be learned

TEST(FatesAtPassive, AnUnknownEndIsAnEndAllTheSame) {
  EXPECT_EQ(tree_of({created(0, -1), created(1, 0), ended_somehow(1), reaped(1), exited(0, 0)}),
            "program exit 0 root, 1 ? reaped");
  EXPECT_EQ(tree_of({created(0, -1), created(1, 0), exited(0, 0), ended_somehow(1)}),
            "program exit 0 root, 1 ? orphaned");
}

// ---- Linux, level adopt: orphans come to light when their creator has ended

TEST(FatesAtAdopt, AnAdoptedProcessIsAnOrphanOfUnknownCreator) {
  const Events events{created(0, -1), exited(0, 0), adopted(1), exited(1, 2), reaped(1, ReapedBy::adopter)};
  EXPECT_EQ(tree_of(events), "program exit 0 root, 1 exit 2 orphaned");
  EXPECT_EQ(process_of(events, "1").parent, std::nullopt);
  EXPECT_EQ(process_of(events, "1").argv, std::nullopt);
}

TEST(FatesAtAdopt, WhatCameDeadHasNoFate) {
  EXPECT_EQ(
      tree_of({created(0, -1), exited(0, 0), created(1, -1), exited(1, 2), reaped(1, ReapedBy::adopter)}),
      "program exit 0 root, 1 exit 2 -");
}

// ---- FreeBSD: a kqueue tells ends, and the reaper gets what nobody had waited for

std::string tree_of_reaper(Events events, std::vector<int> helpers = {}) {
  return tree_of(
      RunReport{.events = std::move(events), .helpers = std::move(helpers), .reaps = ReapsSeen::leftover});
}

TEST(FatesOfAReaper, WhatDidNotComeWasWaitedFor) {
  EXPECT_EQ(tree_of_reaper({created(0, -1), created(1, 0), created(2, 0), created(3, 0), noticed(1, 1),
                            noticed(2, 2), noticed(3, 0), reaped(2, ReapedBy::adopter), noticed(4, 3),
                            reaped(3, ReapedBy::adopter)}),
            "program exit 0 root, 1 exit 0 reaped, 2 exit 0 zombie, 3 exit 0 orphaned");
}

TEST(FatesOfAReaper, WhatComesWhileItsCreatorLivesWasReapedAutomatically) {
  EXPECT_EQ(tree_of_reaper(
                {created(0, -1), created(1, 0), noticed(1, 1), reaped(1, ReapedBy::adopter), noticed(2, 0)}),
            "program exit 0 root, 1 exit 0 reaped");
}

TEST(FatesOfAReaper, EndsOfOneLookHaveTheirOrderUnlessOneIsDoubtful) {
  EXPECT_EQ(tree_of_reaper(
                {created(0, -1), created(1, 0), created(2, 0), noticed(1, 1), noticed(1, 0), noticed(1, 2)}),
            "program exit 0 root, 1 exit 0 reaped, 2 exit 0 orphaned");
  EXPECT_EQ(tree_of_reaper({created(0, -1), created(1, 0), created(2, 0), noticed(1, 1, true), noticed(1, 0),
                            noticed(1, 2, true)}),
            "program exit 0 root, 1 exit 0 -, 2 exit 0 -");
}

TEST(FatesOfAReaper, DoubtAboutACreatorIsDoubtAboutItsChildren) {
  EXPECT_EQ(tree_of_reaper({created(0, -1), created(1, 0), noticed(1, 1), noticed(1, 0, true)}),
            "program exit 0 root, 1 exit 0 -");
}

TEST(FatesOfAReaper, DoubtIsOverWithTheNextLook) {
  EXPECT_EQ(tree_of_reaper({created(0, -1), created(1, 0), created(2, 0), noticed(1, 1, true),
                            noticed(2, 0, true), noticed(3, 2, true)}),
            "program exit 0 root, 1 exit 0 reaped, 2 exit 0 orphaned");
}

TEST(FatesOfAReaper, AServersChildrenAreLeftWhenNobodyWaited) {
  EXPECT_EQ(tree_of_reaper({created(0, -1), created(1, 0), created(2, 1), created(3, 1), noticed(1, 2),
                            noticed(1, 3), noticed(2, 0), noticed(3, 1), reaped(3, ReapedBy::adopter)},
                           {1}),
            "program exit 0 root, 1 exit 0 reaped, 2 exit 0 zombie, helper 1 exit 0 orphaned");
}

TEST(FatesOfAReaper, AStrayHasNoFate) {
  EXPECT_EQ(tree_of_reaper(
                {created(0, -1), created(1, -1), noticed(1, 0), noticed(1, 1), reaped(1, ReapedBy::adopter)}),
            "program exit 0 root, 1 exit 0 -");
}

// ---- macOS and Windows: waiting leaves no trace

std::string tree_without_waits(Events events, std::vector<int> leaked = {}) {
  return tree_of(
      RunReport{.events = std::move(events), .leaked = std::move(leaked), .reaps = ReapsSeen::none});
}

TEST(FatesWithoutWaits, OnlyOrphansAreKnown) {
  EXPECT_EQ(tree_without_waits(
                {created(0, -1), created(1, 0), created(2, 0), exited(1, 1), exited(0, 0), exited(2, 2)}),
            "program exit 0 root, 1 exit 1 ended first, 2 exit 2 orphaned");
}

TEST(FatesWithoutWaits, EndingFirstIsKnownWhileTheCreatorLives) {
  EXPECT_EQ(tree_without_waits({created(0, -1), created(1, 0), created(2, 0), exited(1, 1)}),
            "program ? root, 1 exit 1 ended first, 2 ? -");
}

TEST(FatesWithoutWaits, ADoubtfulEndSaysNothing) {
  EXPECT_EQ(tree_without_waits({created(0, -1), created(1, 0), noticed(1, 1, true), noticed(1, 0)}),
            "program exit 0 root, 1 exit 0 -");
}

TEST(FatesWithoutWaits, WhoIsKilledByTheLauncherHasLeaked) {
  EXPECT_EQ(
      tree_without_waits({created(0, -1), created(1, 0), created(2, 0), exited(1, 1), killed_by_harness(0),
                          killed_by_harness(2), killed_by(0, SIGTERM), killed_by(2, SIGTERM)},
                         {2}),
      "program ? root, 1 exit 1 ended first, 2 ? leaked");
}

// A job object's process that ended before it could be opened is known by its number alone.
TEST(FatesWithoutWaits, AProcessOfUnknownCreatorAndEnd) {
  const Events events{created(0, -1),  executed(0, {"p"}), created(1, -1),
                      executed(1, {}), ended_somehow(1),   exited(0, 0)};
  EXPECT_EQ(tree_without_waits(events), "program exit 0 root, 1 ? -");
  EXPECT_EQ(process_of(RunReport{.events = events, .reaps = ReapsSeen::none}, "1").argv, std::nullopt);
}

}  // namespace
}  // namespace harness::watch
