#pragma once

#include <optional>
#include <string>

namespace harness {

/// Which state of the suite was run, as far as its version control and its programs tell.
struct SuiteRevision {
  std::string revision{};       ///< of the last commit; empty where the suite is under no version control
  std::optional<bool> dirty{};  ///< whether its files differ from that commit
  std::string programs{};  ///< what the reference's programs are made for: "x86_64, static"; empty: not known

  bool operator==(const SuiteRevision&) const = default;
};

}  // namespace harness
