#pragma once

#include <ostream>

#include "windows/run.hpp"

namespace harness::windows {

/// One line of JSON, in the words of exeunt's results:
/// `{"format":1,"level":"job","stopped":"by_itself"|"time_limit","wall_ms":…,"processes":[…]}`; a process has
/// besides its `status` of 32 bits. An `end` is "exit N", or the signal that CPython takes a status for. What
/// could not be seen, and whether a process was waited for, is null.
void write_report(std::ostream& out, const Observation& seen);

}  // namespace harness::windows
