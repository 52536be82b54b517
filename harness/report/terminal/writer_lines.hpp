#pragma once

#include <vector>

#include "model/observation.hpp"
#include "report/terminal/line.hpp"

namespace harness {

/// Who wrote what, in order of time: a line for each line of output, headed by its writer's id and the
/// stream. Empty where no writer is known. Bounded; the JSON has all of it.
/// @param indent  columns left free at the left
std::vector<Line> writer_lines(const Observation& seen, const Style& style, int indent = 0);

}  // namespace harness
