#pragma once

#include <optional>
#include <string>
#include <vector>

#include "match/tree_section.hpp"
#include "model/observation.hpp"

namespace harness {

/// The lines of a `processes` section that the observation passes, with the labels of `old` (nullptr: none)
/// where its lines still stand for something. Nothing: the observation passes without such a section and has
/// none to keep.
/// @throws CannotJudge where the level of observation does not see enough to write the tree.
std::optional<std::vector<std::string>> renewed_tree(const ExpectedTree* old, bool from_nothing,
                                                     const Observation& seen);

/// Whether the processes are as the tree says.
bool tree_passes(const ExpectedTree& expected, const Observation& seen);

}  // namespace harness
