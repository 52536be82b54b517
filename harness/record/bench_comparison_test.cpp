#include "record/bench_comparison.hpp"

#include <gmock/gmock.h>

#include "record/test_record.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

using Kind = BenchChange::Kind;

// Quartiles `spread` below and above the median.
BenchMeasurement measured(const std::string& name, double ratio, double spread = 0.02, int samples = 1000) {
  BenchMeasurement m;
  m.name = name;
  m.ratio_p50 = ratio;
  m.samples = samples;
  m.quantiles = {{0.25, 100 * (1 - spread)}, {0.5, 100}, {0.75, 100 * (1 + spread)}};
  m.floor_quantiles = m.quantiles;
  return m;
}

Kind kind_of(const BenchMeasurement& before, const BenchMeasurement& after) {
  return bench_changes({before}, {after}).at(0).kind;
}

TEST(BenchChanges, AreToldBeyondTheNoiseAlone) {
  EXPECT_EQ(kind_of(measured("a", 2.0), measured("a", 2.4)), Kind::slower);
  EXPECT_EQ(kind_of(measured("a", 2.0), measured("a", 1.6)), Kind::faster);
  EXPECT_EQ(kind_of(measured("a", 2.0), measured("a", 2.02)), Kind::same);
}

TEST(BenchChanges, SayWhereTheNoiseHidesTheAnswer) {
  EXPECT_EQ(kind_of(measured("a", 2.0, 0.8, 20), measured("a", 2.4, 0.8, 20)), Kind::hidden);
  EXPECT_EQ(kind_of(measured("a", 2.0, 0.8, 20), measured("a", 20.0, 0.8, 20)), Kind::slower);
}

TEST(BenchChanges, TellWhatOnlyOneHas) {
  BenchMeasurement skipped = measured("b", 1);
  skipped.skipped = "it is not installed";
  const auto changes = bench_changes({measured("a", 2), measured("b", 1)}, {measured("c", 3), skipped});
  ASSERT_EQ(changes.size(), 3U);
  EXPECT_EQ(changes[0].kind, Kind::only_first);
  EXPECT_EQ(changes[1].kind, Kind::only_first);
  EXPECT_EQ(changes[2].kind, Kind::only_second);
  EXPECT_FALSE(anything_slower(changes));
}

TEST(BenchFile, IsReadAsExeuntBenchWritesIt) {
  const RecordFolder folder;
  BenchResults results;
  results.measurements = {measured("start/fork", 1.25)};
  const std::string text = bench_json(results);
  EXPECT_TRUE(is_bench_file(text.substr(0, 500)));
  EXPECT_FALSE(is_bench_file(first_line(1, "", "") + line_of({})));
  const auto read = read_bench_file(folder.file("bench.json", text));
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].name, "start/fork");
  EXPECT_EQ(read[0].ratio_p50, 1.25);
  EXPECT_EQ(read[0].samples, 1000);
  EXPECT_EQ(read[0].floor_quantiles, results.measurements[0].floor_quantiles);
}

TEST(BenchFile, TakesTheTailForTheSpreadWhereQuartilesAreNotTold) {
  const RecordFolder folder;
  const auto read = read_bench_file(folder.file(
      "bench.json",
      R"({"format":1,"measurements":[{"name":"a","ratio_p50":2,"p50_us":100,"p99_us":400,"samples":30}]})"));
  EXPECT_EQ(bench_changes(read, read).at(0).kind, Kind::hidden);
}

TEST(BenchFile, RefusesAnythingElse) {
  const RecordFolder folder;
  EXPECT_THROW(read_bench_file(folder.file("x.json", "{}")), CannotJudge);
  EXPECT_THROW(read_bench_file(folder.file("x.json", R"({"format":2,"measurements":[]})")), CannotJudge);
}

}  // namespace
}  // namespace harness
