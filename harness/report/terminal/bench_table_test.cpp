#include "report/terminal/bench_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace harness {
namespace {

using testing::HasSubstr;

BenchMeasurement measurement(const std::string& name, double ratio, std::optional<double> target) {
  BenchMeasurement m;
  m.name = name;
  m.floor = "fork + _exit + waitpid";
  m.ratio_p50 = ratio;
  m.quantiles = {{0.5, 262.4}, {0.99, 12'345}};
  m.floor_quantiles = {{0.5, 210}};
  m.target = target;
  m.samples = 100;
  return m;
}

std::string table_of(const std::vector<BenchMeasurement>& measurements, Style style = {}) {
  return render(bench_table(measurements, style), style);
}

TEST(BenchTable, DurationsHaveThreeDigits) {
  EXPECT_EQ(short_duration(5.25, false), "5.25 us");
  EXPECT_EQ(short_duration(262.4, true), "262 µs");
  EXPECT_EQ(short_duration(999.7, false), "1.00 ms");
  EXPECT_EQ(short_duration(12'345, false), "12.3 ms");
  EXPECT_EQ(short_duration(2'500'000, false), "2.50 s");
}

TEST(BenchTable, ARowTellsMedianTailFloorRatioAndTarget) {
  const std::string table = table_of({measurement("start_join/fork", 1.25, 1.15)}, {.unicode = false});
  EXPECT_THAT(table, HasSubstr("start_join"));
  EXPECT_THAT(table, HasSubstr("  fork "));
  EXPECT_THAT(table, HasSubstr("262 us  12.3 ms   210 us    1.25    1.15"));
  EXPECT_THAT(table, HasSubstr("floors: fork + _exit + waitpid"));
  EXPECT_THAT(table, HasSubstr("0 of 1 targets reached"));
}

TEST(BenchTable, FitsEightyColumnsWhateverItShows) {
  BenchMeasurement long_name = measurement("start_join/" + std::string(90, 'x'), 1234.5, 1.1);
  BenchMeasurement skipped;
  skipped.name = "start_program/qt";
  skipped.skipped = std::string(40, 'a') + " " + std::string(200, 'b');
  for (const bool unicode : {false, true}) {
    for (const Line& line : bench_table({long_name, skipped}, {.unicode = unicode}))
      EXPECT_LT(columns_of(line), 80);
  }
}

TEST(BenchTable, NamesWhatWasNotMeasured) {
  BenchMeasurement skipped;
  skipped.name = "start_program/qt";
  skipped.skipped = "qt6-base-dev is not installed";
  EXPECT_THAT(table_of({skipped}), HasSubstr("start_program/qt: qt6-base-dev is not installed"));
}

TEST(BenchTable, AMissedTargetIsRed) {
  const Style style{.colour = true};
  EXPECT_THAT(table_of({measurement("a/b", 1.25, 1.15)}, style), HasSubstr("\x1b[31m    1.25"));
  EXPECT_THAT(table_of({measurement("a/b", 1.05, 1.15)}, style), HasSubstr("\x1b[32m    1.05"));
}

}  // namespace
}  // namespace harness
