#include <cstring>

#include "child.hpp"

namespace exeunt::detail {

std::string exitcode_text(exitcode_type exitcode) {
  const char* name = exitcode < 0 ? ::sigabbrev_np(-exitcode) : nullptr;
  return name != nullptr ? "-SIG" + std::string(name) : std::to_string(exitcode);
}

}  // namespace exeunt::detail
