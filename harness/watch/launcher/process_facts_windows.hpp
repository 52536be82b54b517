#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "watch/launcher/unique_handle_windows.hpp"

namespace harness::watch {

/// What the system tells of a process that is open with PROCESS_QUERY_INFORMATION and PROCESS_VM_READ; from
/// the interface of ntdll, since there is no other that tells it of one process.

/// The number of the process that made it; 0 where that is not told.
DWORD creator_of(HANDLE process);
/// When it ended, in the system's time; 0 where that is not told.
std::uint64_t end_time_of(HANDLE process);
/// The words of its command line; empty where that cannot be read: it has ended, or has only just been made.
std::vector<std::string> argv_of(HANDLE process);

}  // namespace harness::watch
