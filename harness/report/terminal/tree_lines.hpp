#pragma once

#include <vector>

#include "model/observation.hpp"
#include "report/terminal/line.hpp"

namespace harness {

/// The processes of a run as `ps --forest` draws them, each with its program, how it ended and what became of
/// it. Behind the first `most` lines the rest is counted. No line is longer than the style's columns.
std::vector<Line> tree_lines(const Observation& seen, const Style& style, std::size_t most);

/// "… and 1,960 more (1,950 reaped, 10 zombie)": the processes from place `first` on; nothing where there are
/// none.
std::vector<Line> rest_of_processes(const std::vector<const Process*>& processes, std::size_t first,
                                    const Style& style);

}  // namespace harness
