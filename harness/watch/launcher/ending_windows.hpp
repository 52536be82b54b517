#pragma once

#include <windows.h>

#include "model/ending.hpp"

namespace harness::watch {

/// How a process ended that ended with this status: the signals are those that CPython takes a status for.
Ending ending_of_status(DWORD status);

}  // namespace harness::watch
