#include "watch/fates.hpp"

#include <gmock/gmock.h>

#include <csignal>

namespace harness::watch {
namespace {

Event created(int process, int parent, std::int64_t t = 0) {
  return {.kind = EventKind::created, .t_us = t, .process = process, .parent = parent, .pid = 100 + process};
}
Event executed(int process, std::string program) {
  return {.kind = EventKind::exec, .process = process, .argv = {std::move(program)}};
}
Event exited(int process, int status, std::int64_t t = 0) {
  return {.kind = EventKind::exited, .t_us = t, .process = process, .end = Exited{status}};
}
Event reaped(int process, ReapedBy by = ReapedBy::parent) {
  return {.kind = EventKind::reaped, .process = process, .by = by};
}

std::vector<Process> told(std::vector<Event> events, std::vector<int> leaked = {},
                          std::vector<int> helpers = {}) {
  return fates(events, leaked, helpers);
}

const Process& find(const std::vector<Process>& processes, const std::string& id) {
  for (const Process& process : processes) {
    if (process.id == id) return process;
  }
  ADD_FAILURE() << "no process " << id;
  return processes.front();
}

TEST(Fates, AProgramAlone) {
  const auto processes = told({created(0, -1), executed(0, "p"), exited(0, 3), reaped(0, ReapedBy::adopter)});
  ASSERT_EQ(processes.size(), 1U);
  EXPECT_EQ(processes[0].id, "program");
  EXPECT_EQ(processes[0].end, Ending(Exited{3}));
  EXPECT_EQ(processes[0].fate, Fate::root);
  EXPECT_EQ(processes[0].parent, std::nullopt);
}

TEST(Fates, ProcessesKeepTheirNumbersInTheEvents) {
  const auto processes =
      told({created(0, -1), created(1, 0), created(2, 1), created(3, 0), exited(2, 0)}, {}, {1});
  EXPECT_EQ(find(processes, "program").number, 0);
  EXPECT_EQ(find(processes, "1").number, 2);
  EXPECT_EQ(find(processes, "2").number, 3);
  EXPECT_EQ(find(processes, "helper 1").number, 1);
}

TEST(Fates, ReapedWhileTheParentLives) {
  const auto processes = told({created(0, -1), created(1, 0), exited(1, 1), reaped(1), exited(0, 0)});
  EXPECT_EQ(find(processes, "1").fate, Fate::reaped);
  EXPECT_EQ(find(processes, "1").parent, "program");
  EXPECT_EQ(find(processes, "1").exec, false);
}

TEST(Fates, SaysWhichHelpersAreGuessed) {
  const std::vector<Event> events{created(0, -1), created(1, 0), created(2, 0), created(3, 2)};
  const std::vector<int> helpers{1, 2};
  const std::vector<int> guessed{2};
  const auto processes = fates(events, {}, helpers, guessed);
  EXPECT_FALSE(find(processes, "helper 1").helper_guessed);
  EXPECT_TRUE(find(processes, "helper 2").helper_guessed);
  EXPECT_TRUE(find(processes, "helper 2").helper);
  EXPECT_EQ(find(processes, "1").parent, "program");
  EXPECT_FALSE(find(processes, "1").helper_guessed);
}

TEST(Fates, ZombieWhenNobodyWaited) {
  const auto processes = told(
      {created(0, -1), created(1, 0), exited(1, 1, 1000), exited(0, 0, 4000), reaped(1, ReapedBy::adopter)});
  EXPECT_EQ(find(processes, "1").fate, Fate::zombie);
  EXPECT_EQ(find(processes, "1").margin_ms, 3.0);
}

TEST(Fates, OrphanedWhenItsCreatorEndedFirst) {
  const auto processes = told(
      {created(0, -1), created(1, 0), exited(0, 0, 1000), exited(1, 7, 31000), reaped(1, ReapedBy::adopter)});
  EXPECT_EQ(find(processes, "1").fate, Fate::orphaned);
  EXPECT_EQ(find(processes, "1").end, Ending(Exited{7}));
  EXPECT_EQ(find(processes, "1").margin_ms, 30.0);
}

TEST(Fates, ADoubleForkOrphansTheGrandchildOnly) {
  const auto processes = told({created(0, -1), created(1, 0), created(2, 1), exited(1, 0), reaped(1),
                               exited(2, 5), reaped(2, ReapedBy::adopter), exited(0, 0)});
  EXPECT_EQ(find(processes, "1").fate, Fate::reaped);
  EXPECT_EQ(find(processes, "1.1").fate, Fate::orphaned);
}

TEST(Fates, AServersChildrenStandUnderWhomItWorksFor) {
  // 0 starts server 1, which makes 2 and 3; 3 outlives 0.
  const auto processes =
      told({created(0, -1), created(1, 0), executed(1, "server"), created(2, 1), exited(2, 4), reaped(2),
            created(3, 1), exited(0, 0), exited(3, 0), reaped(3), exited(1, 0)},
           {}, {1});
  EXPECT_EQ(find(processes, "1").fate, Fate::reaped);
  EXPECT_EQ(find(processes, "1").parent, "program");
  EXPECT_EQ(find(processes, "2").fate, Fate::orphaned);
  EXPECT_TRUE(find(processes, "helper 1").helper);
  EXPECT_EQ(processes.back().id, "helper 1");
}

TEST(Fates, AServerReapsLateWithoutMakingZombies) {
  const auto processes = told(
      {created(0, -1), created(1, 0), created(2, 1), exited(2, 4), exited(0, 0), reaped(2), exited(1, 0)}, {},
      {1});
  EXPECT_EQ(find(processes, "1").fate, Fate::reaped);
}

TEST(Fates, ALeakHasNoEndingOfItsOwn) {
  const auto processes = told({created(0, -1),
                               created(1, 0),
                               exited(0, 0),
                               {.kind = EventKind::killed, .process = 1},
                               {.kind = EventKind::exited, .process = 1, .end = Killed{SIGKILL}}},
                              {1});
  EXPECT_EQ(find(processes, "1").fate, Fate::leaked);
  EXPECT_EQ(find(processes, "1").end, std::nullopt);
}

TEST(Fates, AnAdoptedProcessHasNoKnownParent) {
  const auto processes = told({created(0, -1),
                               exited(0, 0),
                               {.kind = EventKind::adopted, .process = 1, .pid = 7},
                               exited(1, 2),
                               reaped(1, ReapedBy::adopter)});
  EXPECT_EQ(find(processes, "1").fate, Fate::orphaned);
  EXPECT_EQ(find(processes, "1").parent, std::nullopt);
  EXPECT_EQ(find(processes, "1").argv, std::nullopt);
}

TEST(Fates, ProcessorTimeIsEachProcesssOwn) {
  Event child_end = exited(1, 0);
  child_end.cpu_us = 3000;
  Event root_end = exited(0, 0);
  root_end.cpu_us = 5000;
  const auto processes = told({created(0, -1), created(1, 0), child_end, reaped(1), root_end});
  EXPECT_EQ(find(processes, "program").cpu_ms, 2.0);
  EXPECT_EQ(find(processes, "1").cpu_ms, 3.0);
}

}  // namespace
}  // namespace harness::watch
