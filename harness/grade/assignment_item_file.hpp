#pragma once

#include <vector>

#include "grade/assignment.hpp"
#include "grade/toml_table.hpp"
#include "suite/suite.hpp"

namespace harness {

/// Reads the keys of a `limits` table over what `limits` holds already.
void read_limits(TomlTable& table, std::string_view key, Limits& limits);

/// Reads what holds for all items that do not say otherwise: the `defaults` and `limits` tables.
AssignmentItem read_defaults(TomlTable& file);

/// The items that one [[item]] table stands for: one, or one for each scenario that it names.
/// @throws BadSettings
std::vector<AssignmentItem> read_item(TomlTable& table, const AssignmentItem& defaults,
                                      const std::vector<Scenario>& scenarios);

}  // namespace harness
