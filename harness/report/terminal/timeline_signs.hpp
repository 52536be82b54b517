#pragma once

#include <string_view>

#include "report/terminal/style.hpp"
#include "report/timeline.hpp"

namespace harness {

/// How something is drawn in a terminal, one column wide, and what the legend calls it.
struct Sign {
  std::string_view glyph;
  Colour colour;
  std::string_view meaning;
};

Sign sign_of(Phase phase, const Style& style);
Sign sign_of(MarkKind kind, const Style& style);

}  // namespace harness
