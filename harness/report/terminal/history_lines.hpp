#pragma once

#include <string>
#include <vector>

#include "record/run_history.hpp"
#include "report/terminal/line.hpp"

namespace harness {

/// The history of a scenario for people: for each variant a strip of verdicts, oldest first, how often it
/// failed, its flake rate, a spark line of its times, and the run from which on it failed.
std::vector<Line> history_lines(const std::vector<RunHistory>& histories, const Style& style);

/// Numbers as bars of eight heights, the smallest the lowest; in ASCII as digits from 1 to 8.
std::string spark_line(const std::vector<double>& values, bool unicode);

}  // namespace harness
