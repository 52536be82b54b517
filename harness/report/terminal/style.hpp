#pragma once

#include <string>
#include <string_view>

namespace harness {

enum class Colour { plain, bold, dim, green, red, yellow, cyan };

/// How much a view tells.
enum class Detail { quiet, normal, verbose };

/// What the place that a view is written to can show.
struct Style {
  bool colour = false;
  bool unicode = true;
  int columns = 0;  ///< 0: lines may be as long as they like
};

/// For a place that is no terminal: whole lines, no colours.
inline constexpr Style text_style{.colour = false, .unicode = true, .columns = 0};

/// `text` between the terminal's codes for `colour`; as it is where the style has no colours.
std::string paint(const Style& style, Colour colour, std::string_view text);

/// Text from outside made fit to be shown: visible(), and in ASCII where the style knows no more.
std::string shown(const Style& style, std::string_view text);

}  // namespace harness
