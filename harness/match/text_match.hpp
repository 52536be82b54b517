#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "match/text_section.hpp"

namespace harness {

/// A stream taken to lines. Views into the text.
struct SeenText {
  std::vector<std::string_view> lines;  ///< at most as many as asked for
  std::size_t total = 0;                ///< lines in all; a last one without newline counts
  bool ends_with_newline = true;        ///< also where there is no line

  static SeenText of(std::string_view text, std::size_t most_lines);
};

struct TextPair {
  const ExpectedText* expected = nullptr;
  const SeenText* seen = nullptr;
};

enum class TextMatch {
  matched,
  differs,
  too_many_ways,  ///< names bound in {{any order}} blocks leave more ways than can be tried
};

/// Whether all of the pairs match with one choice of bindings. `known` gets the names that were bound on the
/// way, whatever the answer.
///
/// Expected lines and lines are paired by position; within an {{any order}} block by a maximum matching.
/// Lines of a block that bind names are assigned by search, tried first where the uses of the name leave
/// least choice.
TextMatch match_texts(std::span<const TextPair> pairs, References& known);

}  // namespace harness
