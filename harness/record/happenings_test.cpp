#include "record/happenings.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

#include "record/test_observations.hpp"

namespace harness {
namespace {

std::vector<std::string> told(const Observation& seen) {
  std::vector<std::string> lines;
  for (const Happening& event : happenings_of(seen)) {
    const std::string id = event.process ? seen.processes[*event.process].id : "?";
    lines.push_back(id + " " + std::string(to_string(event.kind)));
  }
  return lines;
}

TEST(Happenings, FatesStandBehindTheEndOfTheCreator) {
  EXPECT_THAT(told(family()),
              testing::ElementsAre("program created", "program exec", "helper 1 created", "1 created",
                                   "1 output", "2 created", "2 exec", "? output", "3 created", "4 created",
                                   "4 exec", "2.1 created", "2.1 stopped", "3 exited", "2.1 continued",
                                   "1 exited", "1 reaped", "2.1 exited", "2.1 reaped", "helper 1 exited",
                                   "helper 1 reaped", "program exited", "2 orphaned", "3 zombie",
                                   "4 orphaned", "3 reaped", "2 exited", "2 reaped", "4 leaked", "4 exited"));
}

TEST(Happenings, WhatTheHarnessKillsAtTheLimitIsNoLeak) {
  Observation seen = family();
  seen.processes[5].fate = Fate::orphaned;
  const std::vector<std::string> lines = told(seen);
  EXPECT_THAT(lines, testing::Contains("4 killed"));
  EXPECT_THAT(lines, testing::Not(testing::Contains("4 leaked")));
}

TEST(Happenings, ALeakWhoseCreatorWasKilledWithItWasNoOrphan) {
  Observation seen = family();
  // The program is killed behind its child.
  const auto end = std::find_if(seen.events.begin(), seen.events.end(), [](const Event& event) {
    return event.kind == EventKind::exited && event.process == 0;
  });
  std::rotate(end, end + 1, seen.events.end());
  EXPECT_THAT(told(seen), testing::Not(testing::Contains("4 orphaned")));
}

TEST(Happenings, WhatTheShimAdoptsIsFirstSeenOrphaned) {
  Observation seen;
  Process orphan;
  orphan.id = "1";
  orphan.number = 3;
  seen.processes = {orphan};
  seen.events = {{.kind = EventKind::adopted, .process = 3, .pid = 12}};
  EXPECT_THAT(told(seen), testing::ElementsAre("1 orphaned"));
}

}  // namespace
}  // namespace harness
