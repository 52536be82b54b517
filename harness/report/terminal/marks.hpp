#pragma once

#include <string_view>

#include "model/verdict.hpp"
#include "report/terminal/style.hpp"

namespace harness {

/// The signs of the board, one column each.
struct Marks {
  std::string_view good;
  std::string_view bad;
  std::string_view skipped;
  std::string_view running;
  std::string_view bar;
  std::string_view rest;
  std::string_view dot;  ///< between facts
};

inline Marks marks_of(const Style& style) {
  if (style.unicode) return {"✓", "✗", "–", "▸", "━", "─", " · "};
  return {"+", "!", "-", ">", "#", ".", ", "};
}

inline Colour colour_of(Verdict verdict) {
  switch (counts_as(verdict)) {
    case CountsAs::passed:
      return Colour::green;
    case CountsAs::failed:
      return Colour::red;
    case CountsAs::broken:
    case CountsAs::known_failure:
      return Colour::yellow;
    case CountsAs::skipped:
      return Colour::cyan;
  }
  return Colour::plain;
}

}  // namespace harness
