#pragma once

#include <string>
#include <vector>

#include "records/run_history.hpp"
#include "report/json_values.hpp"
#include "report/line.hpp"

namespace harness {

/// The history of a scenario for people: for each variant a strip of verdicts, oldest first, how often it
/// failed, its flake rate, a spark line of its times, and the run from which on it failed.
std::vector<Line> history_lines(const std::vector<RunHistory>& histories, const Style& style);

/// `{"format":1,"variants":[{"scenario",…,"stdio","runs","failed","flake_rate","still_failing","bad":{…},
/// "records":[{"started","outcomes":"passed","median_ms"}]}]}`
Json history_json(const std::vector<RunHistory>& histories);

/// Numbers as bars of eight heights, the smallest the lowest; in ASCII as digits from 1 to 8.
std::string spark_line(const std::vector<double>& values, bool unicode);

}  // namespace harness
