#include "report/timeline.hpp"

#include <gmock/gmock.h>

#include "record/test_observations.hpp"

namespace harness {
namespace {

const Lane& lane_of(const Observation& seen, const Timeline& timeline, const std::string& id) {
  for (const Lane& lane : timeline.lanes) {
    if (seen.processes[lane.process].id == id) return lane;
  }
  ADD_FAILURE() << "no lane " << id;
  return timeline.lanes.front();
}

std::vector<Stretch> stretches_of(const std::string& id, const Observation& seen = family()) {
  return lane_of(seen, timeline_of(seen), id).stretches;
}

TEST(Timeline, AReapedChildIsAZombieUntilItIsReaped) {
  EXPECT_THAT(stretches_of("1"),
              testing::ElementsAre(Stretch{Phase::alive, 10, 60}, Stretch{Phase::zombie, 60, 62}));
}

TEST(Timeline, AnOrphanIsOneFromTheEndOfItsCreatorOn) {
  EXPECT_THAT(stretches_of("2"),
              testing::ElementsAre(Stretch{Phase::alive, 20, 100}, Stretch{Phase::orphaned, 100, 150}));
}

TEST(Timeline, AStopInterruptsALife) {
  EXPECT_THAT(stretches_of("2.1"),
              testing::ElementsAre(Stretch{Phase::alive, 40, 45}, Stretch{Phase::stopped, 45, 55},
                                   Stretch{Phase::alive, 55, 70}, Stretch{Phase::zombie, 70, 71}));
}

TEST(Timeline, AZombieLiesUntilItIsAdopted) {
  EXPECT_THAT(stretches_of("3"),
              testing::ElementsAre(Stretch{Phase::alive, 30, 50}, Stretch{Phase::zombie, 50, 100}));
}

TEST(Timeline, AZombieThatNobodyReapedLiesToTheEnd) {
  Observation seen = family();
  seen.processes[4].reaped_ms.reset();
  EXPECT_EQ(stretches_of("3", seen).back(), (Stretch{Phase::zombie, 50, 180.2}));
}

TEST(Timeline, ALeakIsAnOrphanUntilItIsKilled) {
  EXPECT_THAT(stretches_of("4"),
              testing::ElementsAre(Stretch{Phase::alive, 35, 100}, Stretch{Phase::orphaned, 100, 180.2}));
}

TEST(Timeline, MarksTellWhatHappened) {
  const Observation seen = family();
  const Timeline timeline = timeline_of(seen);
  std::vector<std::string> texts;
  for (const TimelineMark& mark : lane_of(seen, timeline, "1").marks)
    texts.push_back(mark.text);
  EXPECT_THAT(texts, testing::ElementsAre("wrote 6 bytes to stdout", "exit 1", "reaped by its parent"));
  EXPECT_EQ(lane_of(seen, timeline, "3").reaped_by, ReapedBy::adopter);
  ASSERT_EQ(timeline.written.size(), 1U);
  EXPECT_EQ(timeline.written.front().text, "wrote 5 bytes to stderr");
  EXPECT_EQ(timeline.end_ms, 180.2);
}

TEST(Timeline, WhatWasNotSeenIsNotDrawn) {
  Observation seen = family();
  seen.processes[1].start_ms.reset();
  EXPECT_TRUE(stretches_of("1", seen).empty());
  EXPECT_GT(timeline_of(Observation{}).end_ms, 0);
}

TEST(Timeline, ProcessesWithoutEventsAreDrawnFromTheirTimes) {
  Observation seen = family();
  seen.events.clear();
  EXPECT_EQ(stretches_of("2", seen).back(), (Stretch{Phase::orphaned, 100, 150}));
}

}  // namespace
}  // namespace harness
