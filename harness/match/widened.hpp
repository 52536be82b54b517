#pragma once

#include <span>
#include <string>
#include <vector>

#include "match/golden.hpp"
#include "model/conditions.hpp"

namespace harness {

/// Under what conditions `after` expects something else than `before` though none of `seen` tells of them:
/// "stdio file", "platform windows", "spawn on pipe by cpython". Looked at are the start methods, stdio
/// modes, implementations and platforms that there are; nothing for a golden that was not there before.
std::vector<std::string> widened(const Golden& before, const Golden& after, std::span<const Conditions> seen);

}  // namespace harness
