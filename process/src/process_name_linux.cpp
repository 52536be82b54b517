#include <sys/prctl.h>

#include <cstring>

#include "roles.hpp"

namespace exeunt::detail {

void set_process_name(const char* path) noexcept {
  const char* slash = std::strrchr(path, '/');
  ::prctl(PR_SET_NAME, slash != nullptr ? slash + 1 : path);
}

}  // namespace exeunt::detail
