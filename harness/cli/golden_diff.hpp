#pragma once

#include <string>
#include <vector>

#include "model/comparison.hpp"

namespace harness {

/// The lines that change from one text to another (`expected` goes, `seen` comes), with up to three unchanged
/// ones around them.
std::vector<DiffLine> golden_diff(const std::string& before, const std::string& after);

}  // namespace harness
