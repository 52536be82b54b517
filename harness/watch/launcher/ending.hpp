#pragma once

#include "model/ending.hpp"

namespace harness::watch {

/// Of a process that the launcher has killed.
extern const Ending killed_ending;

/// What the launcher ends with where the program ended so.
/// @param for_unix  The caller is a Unix program, to which only the low eight bits of a status arrive.
Ending passed_on(const Ending& ending, bool for_unix);

/// Ends this process in that way; where it cannot, @return what main() is to return.
int end_with(const Ending& ending);

}  // namespace harness::watch
