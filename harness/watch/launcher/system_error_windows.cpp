#include "watch/launcher/system_error_windows.hpp"

#include <windows.h>

#include <system_error>

namespace harness::watch {

void throw_last_error(const std::string& step) {
  throw std::system_error(static_cast<int>(::GetLastError()), std::system_category(), step);
}

}  // namespace harness::watch
