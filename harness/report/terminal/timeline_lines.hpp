#pragma once

#include <vector>

#include "model/observation.hpp"
#include "report/terminal/line.hpp"

namespace harness {

/// A run drawn in time: an axis, one lane for each process, and what the signs that occur mean. Lanes are as
/// wide as the style's columns allow; behind the first `most` the rest is counted.
///
/// A sign stands in the column of its moment; where several fall together, the weightiest is shown (an end
/// before an exec before output), and that of reaping moves one column on.
std::vector<Line> timeline_lines(const Observation& seen, const Style& style, std::size_t most);

}  // namespace harness
