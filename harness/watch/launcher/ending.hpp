#pragma once

#include <string>

#include "watch/launcher/process.hpp"

namespace harness::launcher {

/// "exit N", or "signal NAME".
std::string ending_of(Status status);

/// The status of one that exits with this number.
Status exited_with(int number);

/// Of a process that the launcher has killed.
extern const Status killed_status;

/// Ends this process with that status; where it cannot, @return what main() is to return.
int end_with(Status status);

}  // namespace harness::launcher
