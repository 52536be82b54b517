#pragma once

#include <string_view>

#include "match/text_match.hpp"
#include "model/comparison.hpp"

namespace harness {

/// Tells how a stream that does not match differs from what was expected: one sentence about the first thing
/// that is wrong, then the lines. Takes time and memory linear in the stream. Its `golden` is left empty.
/// `section_line` is the section's header, 0 where the golden has none. Names that are not bound in `known`
/// are looked for.
Difference text_difference(std::string_view stream, const ExpectedText& expected, int section_line,
                           const SeenText& seen, const References& known);

/// How many lines beyond the expected ones text_difference() looks at.
inline constexpr std::size_t lines_beyond = 1000;

}  // namespace harness
