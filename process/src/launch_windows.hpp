#pragma once

#include <span>
#include <string>

#include "descriptor.hpp"

namespace exeunt::detail {

struct Launched {
  pid_type pid;
  UniqueFd handle;
};

/// Starts this program's executable again: `PROGRAM role argument`. Of this process's handles it has
/// `inherited` alone, which must be inheritable, and copies of stdout and stderr; its stdin is `null`. Who
/// starts a process by other means, with every inheritable handle, at the same moment, hands these on too.
///
/// @throws  std::system_error  naming the step; then there is no process.
Launched launch_self(const char* role, const std::string& argument, std::span<const UniqueFd> inherited,
                     native_handle null);

}  // namespace exeunt::detail
