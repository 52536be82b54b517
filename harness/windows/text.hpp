#pragma once

#include <string>
#include <string_view>

namespace harness::windows {

std::string utf8(std::wstring_view text);

}  // namespace harness::windows
