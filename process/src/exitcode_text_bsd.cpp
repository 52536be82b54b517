#include <signal.h>

#include <algorithm>
#include <cctype>

#include "child.hpp"

namespace exeunt::detail {

// macOS has the names in small letters.
std::string exitcode_text(exitcode_type exitcode) {
  if (exitcode >= 0 || -exitcode >= NSIG) return std::to_string(exitcode);
  std::string name = sys_signame[-exitcode];
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::toupper(c); });
  return "-SIG" + name;
}

}  // namespace exeunt::detail
