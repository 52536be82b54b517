#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace harness {

/// One thing that this host can do or cannot, found by trying it.
struct HostFact {
  std::string what;
  bool works = false;
  std::string detail{};  ///< where it works: by what; where not: why not
  std::string remedy{};  ///< what mends it; empty where nothing has to be done, or nothing can
};

/// What of observing and isolating works here.
/// @param shim  The exeunt-shim program.
std::vector<HostFact> examine_host(const std::filesystem::path& shim);

}  // namespace harness
