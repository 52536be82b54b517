#pragma once

#include <string>
#include <vector>

#include "cli/streams.hpp"

namespace harness {

/// The command `exeunt`: does what the arguments (without the program's name) say.
/// @return the exit status; see exit_codes.hpp.
int exeunt(std::vector<std::string> arguments, Streams streams);

}  // namespace harness
