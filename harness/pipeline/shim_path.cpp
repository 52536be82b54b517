#include "pipeline/shim_path.hpp"

namespace harness {

std::filesystem::path shim_path() {
  std::error_code error;
  const std::filesystem::path own = std::filesystem::read_symlink("/proc/self/exe", error);
  // Beside the command where it was built, in a folder of its own where it was installed.
  for (const char* place : {"exeunt-shim", "../libexec/exeunt/exeunt-shim"}) {
    const std::filesystem::path shim = own.parent_path() / place;
    if (!own.empty() && std::filesystem::exists(shim, error)) return shim.lexically_normal();
  }
  return EXEUNT_SHIM;
}

}  // namespace harness
