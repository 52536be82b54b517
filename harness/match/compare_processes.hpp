#pragma once

#include "match/golden.hpp"
#include "model/comparison.hpp"
#include "model/observation.hpp"

namespace harness {

/// Compares the processes with the tree selected, as far as the level of observation sees them. Without a
/// tree, the program must end with exit 0 and nothing may be leaked.
void compare_processes(const Observation& seen, const Golden& expected, const Conditions& conditions,
                       Comparison& comparison);

}  // namespace harness
