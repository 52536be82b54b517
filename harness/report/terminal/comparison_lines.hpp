#pragma once

#include <vector>

#include "record/record_comparison.hpp"
#include "report/terminal/line.hpp"

namespace harness {

/// What differs between records, for people: each record, what explains a difference, the changes by kind and
/// likely cause, and the counts.
/// @param most  changes told of each kind; the rest is counted.
std::vector<Line> comparison_lines(const RecordComparison& comparison, const std::vector<MatrixRow>& matrix,
                                   const Style& style, std::size_t most);

}  // namespace harness
