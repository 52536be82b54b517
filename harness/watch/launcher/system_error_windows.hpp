#pragma once

#include <string>

namespace harness::watch {

/// What GetLastError() says. @throws std::system_error "STEP: REASON".
[[noreturn]] void throw_last_error(const std::string& step);

}  // namespace harness::watch
