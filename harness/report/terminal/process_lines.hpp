#pragma once

#include <vector>

#include "model/process.hpp"
#include "report/terminal/line.hpp"

namespace harness {

/// The tree of a run as it was seen, a process a line: label, ending, fate, when it lived, what it ran. `?`
/// stands for what the level of observation could not see.
std::vector<Line> process_lines(const std::vector<Process>& processes, const Style& style, int indent);

}  // namespace harness
