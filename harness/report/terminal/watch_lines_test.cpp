#include "report/terminal/watch_lines.hpp"

#include <gmock/gmock.h>

#include "record/test_observations.hpp"
#include "record/test_results.hpp"

namespace harness {
namespace {

std::string shown_at(const Observation& seen, int columns) {
  const Style style{.colour = false, .unicode = true, .columns = columns};
  return render(watch_lines(seen, style), style);
}

TEST(WatchLines, TellsHowItWasObserved) {
  Observation seen = family();
  EXPECT_THAT(shown_at(seen, 80),
              testing::StartsWith("7 processes · 181 ms · observed at level trace\nprogram"));
  seen.level = Level::adopt;
  seen.level_reason = "ptrace is refused";
  EXPECT_THAT(shown_at(seen, 100), testing::HasSubstr("observed at level adopt: ptrace is refused\n"));
}

TEST(WatchLines, TellsWhoWroteWhat) {
  EXPECT_THAT(shown_at(family(), 80),
              testing::HasSubstr("who wrote what\n1  stdout  child\n?  stderr  who?\n"));
  Observation unknown = family();
  for (Event& event : unknown.events) {
    if (event.kind == EventKind::output) event.process = -1;
  }
  EXPECT_THAT(shown_at(unknown, 80), testing::Not(testing::HasSubstr("who wrote what")));
}

TEST(WatchLines, TellsWhyThereIsNothingToTell) {
  Observation seen;
  seen.start_failure = StartFailure{"exec ./nothing", 2};
  EXPECT_THAT(shown_at(seen, 80),
              testing::HasSubstr("could not be started: exec ./nothing: No such file or directory"));
}

TEST(WatchLines, IsHarmless) {
  EXPECT_TRUE(is_harmless(shown_at(hostile_family(), 80)));
}

}  // namespace
}  // namespace harness
