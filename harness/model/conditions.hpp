#pragma once

#include <array>
#include <optional>
#include <string>

#include "model/start_method.hpp"
#include "model/stdio_mode.hpp"

namespace harness {

/// A release number as far as goldens compare it: "3.11.2" is {3, 11, 2}; what is missing is 0.
struct Version {
  std::array<int, 3> parts{};
  auto operator<=>(const Version&) const = default;
};

/// The first three numbers in `text`, or nothing where it starts with none.
std::optional<Version> parse_version(const std::string& text);

/// Under what a program runs: what the conditions of a golden's sections speak about.
struct Conditions {
  std::string implementation = "reference";   ///< "reference", "cpython", or the name of a folder
  std::optional<Version> version{};           ///< of the implementation
  std::optional<StartMethod> start_method{};  ///< nothing where the scenario starts no process
  StdioMode stdio = StdioMode::pipe;
  std::string platform = "linux";
  bool operator==(const Conditions&) const = default;
};

}  // namespace harness
