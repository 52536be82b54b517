#include "report/files/trace_event.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>
#include <string>

#include "record/test_observations.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

// The rules of the Trace Event Format for the phases that are used here.
void expect_valid(const Json& trace) {
  const auto is_whole = testing::MatchesRegex("-?[0-9]+");
  std::set<int> named;
  std::map<int, double> busy_until;
  for (const Json& event : trace.at("traceEvents")) {
    const std::string phase = event.at("ph").get<std::string>();
    const int track = event.at("pid").get<int>();
    EXPECT_THAT(event.at("tid").dump(), is_whole);
    EXPECT_FALSE(event.at("name").get<std::string>().empty());
    if (phase == "M") {
      if (event.at("name") == "process_name") {
        EXPECT_TRUE(named.insert(track).second) << "two processes, one track";
      }
      if (event.at("name") == "process_sort_index") {
        EXPECT_THAT(event.at("args").at("sort_index").dump(), is_whole);
      }
      continue;
    }
    EXPECT_TRUE(named.contains(track)) << "a track without a name";
    EXPECT_GE(event.at("ts").get<double>(), 0);
    EXPECT_TRUE(event.at("cat").is_string());
    if (phase == "i") {
      EXPECT_THAT(event.at("s").get<std::string>(), testing::AnyOf("t", "p", "g"));
      continue;
    }
    ASSERT_EQ(phase, "X");
    EXPECT_GE(event.at("dur").get<double>(), 0);
    EXPECT_GE(event.at("ts").get<double>() + 0.001, busy_until[track])
        << "complete events of a track overlap";
    busy_until[track] = event.at("ts").get<double>() + event.at("dur").get<double>();
  }
}

TEST(TraceEvent, FollowsTheFormat) {
  expect_valid(trace_event(family()));
  expect_valid(trace_event(crowd(2000)));
  expect_valid(trace_event(hostile_family()));
  expect_valid(trace_event(Observation{}));
  EXPECT_TRUE(is_utf8(trace_event(hostile_family()).dump()));
}

TEST(TraceEvent, APidThatIsUsedTwiceHasTwoTracks) {
  Observation seen = family();
  seen.processes[1].pid = seen.processes[2].pid;
  seen.processes[3].pid.reset();
  expect_valid(trace_event(seen));
}

TEST(TraceEvent, TellsTheLifeOfAnOrphan) {
  std::vector<std::string> told;
  const Json trace = trace_event(family());
  for (const Json& event : trace.at("traceEvents")) {
    if (event.at("pid") != 4702) continue;
    std::string line = event.at("ph").get<std::string>() + " " + event.at("name").get<std::string>();
    if (event.at("ph") == "X") line += " " + event.at("ts").dump() + "+" + event.at("dur").dump();
    told.push_back(line);
  }
  EXPECT_THAT(told, testing::ElementsAre("M process_name", "M thread_name", "M process_sort_index",
                                         "X alive 20000.0+80000.0", "X orphaned 100000.0+50000.0",
                                         "i exec /bin/sleep 5", "i signal SIGTERM"));
}

}  // namespace
}  // namespace harness
