#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/scenario.hpp"
#include "pipeline/goldens.hpp"
#include "pipeline/implementation.hpp"
#include "run/runner.hpp"

namespace harness {

/// Facilities that are lacking, each with the reason.
using Lacking = std::map<std::string, std::string>;

/// Reads what the program `facilities` writes, a line for each of the known_facilities: "NAME: works" or
/// "NAME: REASON".
/// @throws CannotJudge for anything else, and where one is left out.
Lacking read_facilities(std::string_view text);

/// Finds out what the reference's programs go without here, where a golden asks for it: by running the
/// program `support/facilities` that is built with them as they are run themselves. What has no such program
/// lacks nothing.
/// @throws CannotJudge where that program does not do its work.
void find_lacking(Runner& runner, std::span<const Scenario> scenarios, Goldens& goldens,
                  std::vector<Implementation>& implementations);

}  // namespace harness
