#pragma once

#include <ostream>

#include "windows/run.hpp"

namespace harness::windows {

/// One line of JSON, as run/handed_report.hpp tells; besides, how long the run took and of each process its
/// `status` of 32 bits. An `end` is "exit N", or the signal that CPython takes a status for.
void write_report(std::ostream& out, const Observation& seen);

}  // namespace harness::windows
