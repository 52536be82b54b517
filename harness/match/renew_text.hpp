#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "match/text_section.hpp"
#include "model/observation.hpp"

namespace harness {

/// The lines of a section that `text`, a stream of the observation as it is compared, matches. Lines and
/// blocks of `old` (nullptr: none) are kept where they match, aligned so that as many as can be are.
std::vector<std::string> renewed_text(const ExpectedText* old, std::string_view text,
                                      const Observation& seen);

/// Whether the text matches alone; names bound elsewhere match anything.
bool text_passes(const ExpectedText& expected, std::string_view text, const Observation& seen);

}  // namespace harness
