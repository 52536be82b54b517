#pragma once

#include <string>

#include "match/tree_section.hpp"
#include "model/observation.hpp"

namespace harness {

/// The sentence about what became of a program's processes that a beginner needs first: nobody waited, a
/// child outlived its parent, none was made. Empty where counting them tells nothing. Pure.
/// @param expected  nullptr: the golden has no tree.
std::string fate_words(const Observation& seen, const ExpectedTree* expected);

}  // namespace harness
