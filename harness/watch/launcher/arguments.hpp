#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace harness::launcher {

/// What a process was executed with; empty where that cannot be read: it has ended.
std::vector<std::string> arguments_of(pid_t pid);

}  // namespace harness::launcher
