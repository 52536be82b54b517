#include "report/files/terminal_svg.hpp"

#include <array>

#include "report/terminal/columns.hpp"
#include "support/escape.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

// A character's cell, and the margin around the picture, in pixels.
constexpr double cell_width = 7.8;
constexpr int cell_height = 18;
constexpr int font_size = 13;
constexpr int margin = 14;

constexpr std::string_view style_sheet =
    "text{font:13px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;white-space:pre;fill:#1f2328}"
    ".ground{fill:#f6f8fa}.bold{font-weight:bold}.dim{fill:#59636e}.green{fill:#116329}.red{fill:#b3161d}"
    ".yellow{fill:#7a4e00}.cyan{fill:#0b5a7a}"
    "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.ground{fill:#151b23}.dim{fill:#9198a1}"
    ".green{fill:#56d364}.red{fill:#ff7b72}.yellow{fill:#e3b341}.cyan{fill:#76e3ea}}";

std::string_view class_of(Colour colour) {
  constexpr std::array<std::string_view, 7> names{"", "bold", "dim", "green", "red", "yellow", "cyan"};
  return names.at(static_cast<std::size_t>(colour));
}

std::string pixels(double value) {
  return harness::format("{:.1f}", value);
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(' ') == std::string_view::npos;
}

std::string drawn(const Span& span, int column, int width, int row) {
  const std::string_view name = class_of(span.colour);
  return harness::format(
      "<text x=\"{}\" y=\"{}\" textLength=\"{}\"{}>{}</text>\n", pixels(margin + column * cell_width),
      margin + row * cell_height + font_size, pixels(width * cell_width),
      name.empty() ? std::string() : harness::format(" class=\"{}\"", name), html(span.text));
}

// Blank spans leave their place, and blanks around a text are not stretched.
std::string drawn(const Line& line, int columns, int row) {
  std::string picture;
  int column = 0;
  for (Span span : line) {
    const int before = column;
    column += columns_of(span.text);
    if (column > columns) span.text = cut(span.text + " ", columns - before, "…");
    const std::size_t blanks = span.text.find_first_not_of(' ');
    if (!is_blank(span.text)) {
      const std::size_t end = span.text.find_last_not_of(' ') + 1;
      span.text = span.text.substr(blanks, end - blanks);
      picture += drawn(span, before + static_cast<int>(blanks), columns_of(span.text), row);
    }
    if (column >= columns) break;
  }
  return picture;
}

}  // namespace

std::string terminal_svg(const std::vector<Line>& lines, int columns, const std::string& title) {
  const double width = 2 * margin + columns * cell_width;
  const int height = 2 * margin + static_cast<int>(lines.size()) * cell_height;
  std::string picture = harness::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" "
      "role=\"img\">\n<title>{2}</title>\n<style>{3}</style>\n"
      "<rect class=\"ground\" width=\"100%\" height=\"100%\" rx=\"8\"/>\n",
      pixels(width), height, html(title), style_sheet);
  int row = 0;
  for (const Line& line : lines)
    picture += drawn(line, columns, row++);
  return picture + "</svg>\n";
}

}  // namespace harness
