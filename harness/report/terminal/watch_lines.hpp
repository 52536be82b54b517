#pragma once

#include <vector>

#include "model/observation.hpp"
#include "report/terminal/line.hpp"

namespace harness {

/// What `exeunt watch` prints when the program has ended: a line of facts, the tree, the timeline, and where
/// the writers of output are known, who wrote what. Trees and timelines are bounded to `most` processes.
std::vector<Line> watch_lines(const Observation& seen, const Style& style, std::size_t most = 40);

}  // namespace harness
