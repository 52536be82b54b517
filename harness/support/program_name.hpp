#pragma once

#include <string_view>

namespace harness {

/// The last part of a program's path; behind a drive's letter (Z:\bin\p.exe) backslashes divide it too.
std::string_view program_name(std::string_view path);

}  // namespace harness
