#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <memory>
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

/// Goldens that are read when they are needed, and kept while they are likely to be needed again.
class Goldens {
 public:
  std::shared_ptr<const LoadedGolden> load(const std::filesystem::path& path);

 private:
  static constexpr std::size_t most_kept = 1024;  // several times as many as runs at once

  // By path: to compare paths would take their parts.
  std::unordered_map<std::string, std::shared_ptr<const LoadedGolden>> loaded_;
  std::deque<std::string> order_;  // in which they were read
};

}  // namespace harness
