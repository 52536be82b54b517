#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/terminal/style.hpp"

namespace harness {

/// A piece of a line in one colour; its text is fit to be shown.
struct Span {
  std::string text;
  Colour colour = Colour::plain;
  bool operator==(const Span&) const = default;
};

/// One line of a view, before colours become bytes.
using Line = std::vector<Span>;

void append(std::vector<Line>& lines, const std::vector<Line>& more);

int columns_of(const Line& line);

/// The line as bytes without its end, coloured, and cut to the style's columns.
std::string render(const Line& line, const Style& style);

/// One line after another, each with its end.
std::string render(const std::vector<Line>& lines, const Style& style);

/// A paragraph in one colour, every line of it indented, none longer than the style's columns.
std::vector<Line> paragraph(const Style& style, int indent, std::string_view text,
                            Colour colour = Colour::plain);

}  // namespace harness
