#pragma once

#include <string>

#include "model/observation.hpp"

namespace harness {

/// The tree that was seen, in a golden's syntax, a newline behind every line. Helpers are left out; four or
/// more equal siblings without children are one line with their number. What the level of observation did not
/// see is `*`.
std::string tree_text(const Observation& seen);

}  // namespace harness
