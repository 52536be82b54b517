#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "model/conditions.hpp"

namespace harness {

/// Conditions that hold for each of `members` and for none of `others`, as texts of a section's brackets;
/// more than one where no single one says it. As few of stdio, start method, implementation, version and
/// platform as tell them apart, in this order.
/// @throws CannotJudge where a member and another have equal conditions.
std::vector<std::string> conditions_apart(std::span<const Conditions> members,
                                          std::span<const Conditions> others);

}  // namespace harness
