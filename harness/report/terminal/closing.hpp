#pragma once

#include <filesystem>
#include <vector>

#include "report/failures.hpp"
#include "report/terminal/summary_lines.hpp"

namespace harness {

/// What stands at the end of every view for people: each failure with its reasons, what was skipped and why,
/// what to do next, and the summary.
std::vector<Line> closing_lines(const Failures& failures, const Summary& summary, const RunFacts& facts,
                                const Style& style, const std::filesystem::path& base);

}  // namespace harness
