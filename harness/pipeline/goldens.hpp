#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>

#include "match/golden.hpp"

namespace harness {

/// A golden, or why there is none to judge by.
struct LoadedGolden {
  Golden golden;
  std::string error;     ///< empty: it is good
  bool missing = false;  ///< there is no such file
};

/// Reads each golden once.
class Goldens {
 public:
  const LoadedGolden& load(const std::filesystem::path& path);

 private:
  std::unordered_map<std::string, LoadedGolden> loaded_;  // by path: to compare paths would take their parts
};

}  // namespace harness
