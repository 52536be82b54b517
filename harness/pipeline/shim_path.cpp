#include "pipeline/shim_path.hpp"

#include "support/companion.hpp"

namespace harness {

std::filesystem::path shim_path() {
  return companion("exeunt-shim", EXEUNT_SHIM);
}

}  // namespace harness
