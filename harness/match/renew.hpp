#pragma once

#include <string>
#include <utility>
#include <vector>

#include "match/golden.hpp"
#include "model/observation.hpp"

namespace harness {

/// The text of a golden that these observations pass. `Golden{}` as `old`: one from nothing.
///
/// What still passes stays as it is written. A section that does not is written again: patterns stay where
/// they still match, line by line; lines of the tree keep their labels. Where observations that share a
/// section differ, sections with conditions are put before it: told apart by stdio, else start method, else
/// implementation, else by more of these together, last by version. Sections that none of the observations
/// selects stay. A printed number of four digits or more that is a pid of the tree becomes `[[pid ID]]`.
/// @throws CannotJudge for what no golden can say: runs under equal conditions that differ; a tree that the
/// level of
///   observation does not see whole; output that cannot be written as text that matches it.
std::string renew(const Golden& old, const std::vector<std::pair<Conditions, Observation>>& seen);

}  // namespace harness
