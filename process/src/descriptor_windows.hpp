#pragma once

#include <string>

#include "descriptor.hpp"

namespace exeunt::detail {

/// A copy of a handle that a process started from here inherits, under the same number.
/// @throws  std::system_error  naming `step`.
UniqueFd inheritable_copy(native_handle handle, const char* step);

/// What GetLastError() says. @throws std::system_error of the system's category.
[[noreturn]] void throw_last_error(const std::string& step);

}  // namespace exeunt::detail
