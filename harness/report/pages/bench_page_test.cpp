#include "report/pages/bench_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "report/pages/svg_chart.hpp"

namespace harness {
namespace {

using testing::HasSubstr;
using testing::Not;

BenchMeasurement measurement(const std::string& name, double p50, double units) {
  BenchMeasurement m;
  m.name = name;
  m.floor = "fork + <_exit> & waitpid";
  m.ratio_p50 = 1.2;
  m.units_p50 = units;
  m.quantiles = {{0.01, p50 / 2}, {0.5, p50}, {0.99, p50 * 3}, {1.0, p50 * 9}};
  m.floor_quantiles = {{0.01, p50 / 3}, {0.5, p50 / 1.2}, {0.99, p50 * 2}};
  return m;
}

BenchResults some_results() {
  BenchResults results;
  results.exeunt = "1.2.3";
  results.measurements = {
      measurement("start_join/fork", 200, 1.5), measurement("start_join/fork/rss_1MB", 210, 1.6),
      measurement("start_join/fork/rss_2048MB", 90'000, 600), measurement("start_program/libuv", 380, 2.8)};
  BenchMeasurement skipped;
  skipped.name = "start_program/qt";
  skipped.skipped = "no <Qt>";
  results.measurements.push_back(skipped);
  return results;
}

// The page, read as XML behind its first line.
pugi::xml_document parsed(const std::string& page) {
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_string(page.c_str(), pugi::parse_default | pugi::parse_doctype);
  EXPECT_TRUE(result) << result.description() << " at "
                      << page.substr(static_cast<std::size_t>(result.offset), 80);
  return document;
}

std::size_t count(const pugi::xml_document& page, const char* path) {
  return page.select_nodes(path).size();
}

TEST(BenchPage, IsWellFormedAndStandsAlone) {
  const std::string page = bench_page(some_results());
  parsed(page);
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("<link")));
  EXPECT_THAT(page, HasSubstr("prefers-color-scheme: dark"));
}

TEST(BenchPage, DrawsDistributionsSweepsAndPeers) {
  const auto page = parsed(bench_page(some_results()));
  EXPECT_EQ(count(page, "//svg[@aria-label='start_join/fork']"), 1u);
  EXPECT_EQ(count(page, "//svg[@aria-label='Memory in 4 KB pages']//circle"), 2u);
  EXPECT_EQ(count(page, "//svg[@aria-label='Start a program and wait']//rect"), 1u);
  EXPECT_EQ(count(page, "//svg[@aria-label='Open descriptors']"), 0u);
}

TEST(BenchPage, ListsEveryMeasurement) {
  const auto page = parsed(bench_page(some_results()));
  EXPECT_EQ(count(page, "//table//tr"), 6u);
  EXPECT_EQ(count(page, "//td[.='not measured: no <Qt>']"), 1u);
}

TEST(SvgChart, HigherIsFurtherUpAndLaterFurtherRight) {
  const auto chart =
      parsed(line_chart("t", {"x"}, {"y"}, {{"s", 0, false, {{1, 10}, {10, 100}, {100, 1'000}}}}));
  const auto dots = chart.select_nodes("//circle");
  ASSERT_EQ(dots.size(), 3u);
  const auto place = [&](std::size_t i, const char* coordinate) {
    return dots[i].node().attribute(coordinate).as_double();
  };
  // Equal factors are equal distances.
  EXPECT_NEAR(place(1, "cx") - place(0, "cx"), place(2, "cx") - place(1, "cx"), 0.2);
  EXPECT_GT(place(1, "cx"), place(0, "cx"));
  EXPECT_NEAR(place(0, "cy") - place(1, "cy"), place(1, "cy") - place(2, "cy"), 0.2);
  EXPECT_LT(place(1, "cy"), place(0, "cy"));
}

TEST(SvgChart, NothingToDrawIsStillAChart) {
  parsed(line_chart("t", {"x"}, {"y"}, {}));
}

}  // namespace
}  // namespace harness
