#include "record/bench_results.hpp"

#include <gtest/gtest.h>

#include "record/json.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

const char* const written = R"({
  "context": {"date": "2026-01-01", "num_cpus": 2},
  "benchmarks": [
    {"name": "start_join/fork/iterations:1/manual_time", "run_name": "start_join/fork/iterations:1/manual_time",
     "p50_us": 262.5, "p99_us": 800.0, "floor_p50_us": 210.0, "ratio_p50": 1.25, "ratio_p10": 1.2,
     "units_p50": 1.7, "samples": 1000.0, "target_ratio": 1.15, "label": "fork + _exit + waitpid"},
    {"name": "start_join/forkserver/iterations:1/manual_time", "units_p50": 1.5, "ratio_p50": 1.3,
     "target_units": 1.6, "label": "bare server"},
    {"name": "start_program/qt/iterations:1", "error_occurred": true, "error_message": "Qt is not installed",
     "label": "absent"},
    {"name": "start_program/glib/iterations:1", "error_occurred": true, "error_message": "it broke"},
    {"name": "harness/1000_programs/exeunt_adopt/iterations:1/manual_time", "p50_us": 4e5, "ratio_p50": 1.4,
     "target_ratio": 1.5, "cpu_p50_us": 7e5, "floor_cpu_p50_us": 5e5, "cpu_ratio_p50": 1.6,
     "target_cpu_ratio": 1.5, "peak_mb": 9.5, "label": "bare loop in C++"}
  ]})";

TEST(BenchResults, ReadsWhatABenchmarkProgramWrites) {
  const auto all = read_google_benchmark(written);
  ASSERT_EQ(all.size(), 6u);
  EXPECT_EQ(all[0].name, "start_join/fork");
  EXPECT_EQ(all[0].floor, "fork + _exit + waitpid");
  EXPECT_DOUBLE_EQ(all[0].p50_us(), 262.5);
  EXPECT_DOUBLE_EQ(all[0].floor_p50_us(), 210);
  EXPECT_EQ(all[0].samples, 1000);
  EXPECT_EQ(all[0].target, 1.15);
  EXPECT_FALSE(all[0].within_target());
}

TEST(BenchResults, ATargetInUnitsIsComparedWithUnits) {
  const BenchMeasurement server = read_google_benchmark(written)[1];
  EXPECT_TRUE(server.target_in_units);
  EXPECT_DOUBLE_EQ(server.reached(), 1.5);
  EXPECT_TRUE(server.within_target());
}

TEST(BenchResults, WhatIsAbsentHasNotFailed) {
  const auto all = read_google_benchmark(written);
  EXPECT_EQ(all[2].skipped, "Qt is not installed");
  EXPECT_FALSE(all[2].failed);
  EXPECT_EQ(all[3].skipped, "it broke");
  EXPECT_TRUE(all[3].failed);
}

TEST(BenchResults, ProcessorTimeIsAMeasurementOfItsOwn) {
  const auto all = read_google_benchmark(written);
  EXPECT_EQ(all[5].name, "harness/1000_programs/exeunt_adopt/cpu");
  EXPECT_TRUE(all[4].within_target());
  EXPECT_FALSE(all[5].within_target());
}

TEST(BenchResults, OtherTextCannotBeJudged) {
  EXPECT_THROW(read_google_benchmark("no JSON"), CannotJudge);
  EXPECT_THROW(read_google_benchmark("{}"), CannotJudge);
  EXPECT_THROW(read_google_benchmark(R"({"benchmarks": [{"p50_us": 1}]})"), CannotJudge);
}

TEST(BenchResults, JsonHasTheKeysThatProgramsRelyOn) {
  BenchResults results;
  results.measurements = read_google_benchmark(written);
  const auto json = Json::parse(bench_json(results));
  EXPECT_EQ(json.at("format"), 1);
  EXPECT_TRUE(json.contains("platform"));
  const auto& first = json.at("measurements").at(0);
  EXPECT_EQ(first.at("name"), "start_join/fork");
  EXPECT_EQ(first.at("floor"), "fork + _exit + waitpid");
  EXPECT_DOUBLE_EQ(first.at("ratio_p50").get<double>(), 1.25);
  EXPECT_DOUBLE_EQ(first.at("p50_us").get<double>(), 262.5);
  EXPECT_DOUBLE_EQ(first.at("p99_us").get<double>(), 800);
  EXPECT_EQ(first.at("samples"), 1000);
  EXPECT_EQ(json.at("measurements").at(2).at("skipped"), "Qt is not installed");
}

}  // namespace
}  // namespace harness
