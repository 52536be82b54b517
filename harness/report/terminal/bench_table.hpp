#pragma once

#include <vector>

#include "record/bench_results.hpp"
#include "report/terminal/line.hpp"

namespace harness {

/// A duration in three digits: "262 us", "1.23 ms", "12.3 s".
std::string short_duration(double microseconds, bool unicode);

/// The measurements as a table of at most 80 columns, a part for each first word of the names; then what was
/// not measured and why, and what missed its target.
std::vector<Line> bench_table(const std::vector<BenchMeasurement>& measurements, const Style& style);

}  // namespace harness
