#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/line_pattern.hpp"

namespace harness {

/// What a stream must be: a line of text for each line pattern.
struct ExpectedText {
  /// Lines [first, first + count) come in any order.
  struct Block {
    std::size_t first = 0;
    std::size_t count = 0;
    int line = 0;  ///< of its {{any order}}
  };
  std::vector<LinePattern> lines;
  std::vector<Block> blocks;  ///< in order
  bool ends_with_newline = true;
};

/// At most so many lines with patterns in one {{any order}} block.
inline constexpr std::size_t max_patterns_in_block = 500;

/// Reads a section of text whose first line is line `first_line` of the golden.
/// @throws BadLine
ExpectedText parse_text(std::span<const std::string> source, int first_line);

/// Reads a section of plain bytes: no patterns, but {{no newline}} and the escapes.
/// @throws BadLine
std::string parse_bytes(std::span<const std::string> source, int first_line, std::string_view section);

}  // namespace harness
