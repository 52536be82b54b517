#include "report/terminal/line.hpp"

#include <algorithm>

#include "report/terminal/columns.hpp"

namespace harness {
namespace {

constexpr int narrowest_paragraph = 16;

}  // namespace

void append(std::vector<Line>& lines, const std::vector<Line>& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

int columns_of(const Line& line) {
  int columns = 0;
  for (const Span& span : line)
    columns += columns_of(span.text);
  return columns;
}

std::string render(const Line& line, const Style& style) {
  const bool unlimited = style.columns <= 0 || columns_of(line) <= style.columns;
  const std::string_view mark = style.unicode ? "…" : "~";
  std::string bytes;
  int room = style.columns;
  for (const Span& span : line) {
    if (unlimited) {
      bytes += paint(style, span.colour, span.text);
      continue;
    }
    const bool fits = columns_of(span.text) < room;
    bytes += paint(style, span.colour, fits ? span.text : cut(span.text + " ", room, mark));
    if (!fits) break;
    room -= columns_of(span.text);
  }
  return bytes;
}

std::string render(const std::vector<Line>& lines, const Style& style) {
  std::string bytes;
  for (const Line& line : lines)
    bytes += render(line, style) + "\n";
  return bytes;
}

std::vector<Line> paragraph(const Style& style, int indent, std::string_view text, Colour colour) {
  const int room = style.columns <= 0 ? 0 : std::max(style.columns - indent, narrowest_paragraph);
  std::vector<Line> lines;
  for (const std::string& line : wrapped(shown(style, text), room)) {
    lines.push_back({{std::string(static_cast<std::size_t>(indent), ' ')}, {line, colour}});
  }
  return lines;
}

}  // namespace harness
