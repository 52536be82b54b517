#include "report/terminal/style.hpp"

#include <array>
#include <utility>

#include "support/escape.hpp"
#include "support/format.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

std::string_view code_of(Colour colour) {
  switch (colour) {
    case Colour::plain:
      return "";
    case Colour::bold:
      return "\x1b[1m";
    case Colour::dim:
      return "\x1b[2m";
    case Colour::green:
      return "\x1b[32m";
    case Colour::red:
      return "\x1b[31m";
    case Colour::yellow:
      return "\x1b[33m";
    case Colour::cyan:
      return "\x1b[36m";
  }
  return "";
}

std::string ascii_of(std::string_view character) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> alike{
      {{"…", "..."}, {"–", "-"}, {"—", "-"}, {"’", "'"}, {"×", "x"}, {"→", "->"}}};
  for (const auto& [from, to] : alike) {
    if (character == from) return std::string(to);
  }
  return harness::format("\\u{{{:04x}}}", static_cast<unsigned>(code_point(character)));
}

// visible() marks a space at the end of a line with this sign.
constexpr std::string_view last_space = "·";

std::string ascii(std::string_view text) {
  std::string converted;
  const bool marked = text.ends_with(last_space);
  if (marked) text.remove_suffix(last_space.size());
  while (!text.empty()) {
    const std::string_view character = first_character(text);
    converted += character.size() == 1 ? std::string(character) : ascii_of(character);
    text.remove_prefix(character.size());
  }
  return marked ? converted + "\\x20" : converted;
}

}  // namespace

std::string paint(const Style& style, Colour colour, std::string_view text) {
  if (!style.colour || colour == Colour::plain || text.empty()) return std::string(text);
  return std::string(code_of(colour)) + std::string(text) + "\x1b[0m";
}

std::string shown(const Style& style, std::string_view text) {
  const std::string safe = visible(text);
  return style.unicode ? safe : ascii(safe);
}

}  // namespace harness
