#include "cli/version.hpp"

namespace harness {

const char* version() {
  return EXEUNT_VERSION;
}

}  // namespace harness
