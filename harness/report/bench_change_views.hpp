#pragma once

#include <string>
#include <vector>

#include "record/bench_comparison.hpp"
#include "record/json.hpp"
#include "report/terminal/line.hpp"

namespace harness {

std::vector<Line> bench_change_lines(const std::vector<BenchChange>& changes, const Style& style);

/// The same as a table in Markdown.
std::string bench_change_markdown(const std::vector<BenchChange>& changes);

/// `{"format":1,"changes":[{"name","kind":"slower","ratio_first","ratio_second","change","resolution"}]}`
Json bench_change_json(const std::vector<BenchChange>& changes);

}  // namespace harness
