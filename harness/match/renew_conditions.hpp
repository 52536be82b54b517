#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "model/conditions.hpp"

namespace harness {

/// Conditions that hold for each of `members` and for none of `others`, as texts of a section's brackets;
/// more than one where no single one says it. As few of stdio, start method, implementation, the one facility
/// that only the members lack, platform and version as tell them apart, in this order.
/// @throws CannotJudge where a member and another have equal conditions, or differ by more than one facility
///     and by nothing else.
std::vector<std::string> conditions_apart(std::span<const Conditions> members,
                                          std::span<const Conditions> others);

}  // namespace harness
