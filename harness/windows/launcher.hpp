#pragma once

#include <iosfwd>
#include <string_view>

namespace harness::windows {

/// @return  the status to end with.
unsigned long launch(std::wstring_view command_line, std::ostream& errors);

}  // namespace harness::windows
