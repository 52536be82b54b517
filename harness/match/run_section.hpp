#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace harness {

/// The `run` section.
struct RunSection {
  std::vector<std::string> args;
  std::vector<std::string> env;  ///< NAME=VALUE
  std::optional<std::chrono::milliseconds> timeout;
  std::string skip;  ///< why it is not run at all; empty: it is
};

/// Reads `args: WORD…`, `env: NAME=VALUE…`, `timeout: 5s` (ms, s, min; at most an hour) and `skip: WHY`, one
/// a line; `env` may come again. Words are parted by spaces; single and double quotes keep them together, a
/// backslash keeps the next character. Empty lines and lines that start with `#` do not count.
/// @throws BadLine
RunSection parse_run(std::span<const std::string> source, int first_line);

}  // namespace harness
