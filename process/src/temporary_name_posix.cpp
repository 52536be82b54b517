#include "temporary_name.hpp"

#include <cstdlib>

namespace exeunt::detail {

std::string temporary_name() {
  const char* folder = std::getenv("TMPDIR");
  return std::string(folder != nullptr && *folder != '\0' ? folder : "/tmp") + "/exeunt-XXXXXX";
}

}  // namespace exeunt::detail
