#pragma once

#include <string>
#include <string_view>

namespace harness::watch {

std::string utf8(std::wstring_view text);
std::wstring wide(std::string_view text);

}  // namespace harness::watch
