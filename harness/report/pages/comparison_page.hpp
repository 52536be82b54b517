#pragma once

#include <string>

#include "record/record_comparison.hpp"

namespace harness {

/// A comparison as a page that needs nothing beside itself: the records, the changes, and the matrix of
/// scenario by record. Bounded; what is left out is counted.
std::string comparison_page(const RecordComparison& comparison, const std::vector<MatrixRow>& matrix);

}  // namespace harness
