#pragma once

#include <ostream>

#include "watch/launcher/run.hpp"

namespace harness::launcher {

/// One line of JSON, as run/handed_report.hpp tells; besides, how long the run took and of each process its
/// `status` as its platform has it.
void write_report(std::ostream& out, const Observation& seen);

}  // namespace harness::launcher
