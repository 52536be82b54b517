#pragma once

#include "match/golden.hpp"
#include "model/comparison.hpp"
#include "model/conditions.hpp"
#include "model/observation.hpp"

namespace harness {

/// Compares what was seen with what a golden expects under the conditions of the run. No files, no clock, no
/// processes. The differences stand in the order in which they decide a verdict: leaked processes, the
/// program's ending, output, the tree. A program that could not be started is not compared: the comparison is
/// empty.
Comparison compare(const Observation& seen, const Golden& expected, const Conditions& conditions);

}  // namespace harness
