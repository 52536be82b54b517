#pragma once

#include <string>
#include <vector>

namespace harness {

/// The environment that every program is given: LC_ALL, TZ, TERM, a fixed PATH, and what of the harness's own
/// environment cannot matter to a program's behaviour is left out. `added` comes last and wins.
std::vector<std::string> surroundings(const std::vector<std::string>& added);

}  // namespace harness
