#include "cli/panes.hpp"

#include <algorithm>

#include "report/terminal/columns.hpp"

namespace harness {
namespace {

constexpr int gap = 4;

int width_of(const Pane& pane) {
  int width = columns_of(pane.heading);
  for (const Line& line : pane.lines)
    width = std::max(width, columns_of(line));
  return width;
}

Line heading_of(const Pane& pane, const Style& style) {
  return {{shown(style, pane.heading), Colour::bold}};
}

// From `first` on, the panes that fit beside each other.
std::size_t fitting(const std::vector<Pane>& panes, std::size_t first, const Style& style) {
  std::size_t count = 1;
  int used = width_of(panes[first]);
  while (first + count < panes.size()) {
    used += gap + width_of(panes[first + count]);
    if (style.columns <= 0 || used > style.columns) break;
    ++count;
  }
  return count;
}

void add_cell(Line& row, const Line& cell, int width, bool last) {
  row.insert(row.end(), cell.begin(), cell.end());
  const int missing = width + gap - columns_of(cell);
  if (!last) row.push_back({std::string(static_cast<std::size_t>(missing), ' '), Colour::plain});
}

void add_row(std::vector<Line>& lines, std::span<const Pane> panes, const Style& style) {
  std::size_t height = 0;
  for (const Pane& pane : panes)
    height = std::max(height, pane.lines.size());
  for (std::size_t y = 0; y < height + 1; ++y) {
    Line row;
    for (const Pane& pane : panes) {
      const bool last = &pane == &panes.back();
      const Line cell = y == 0                   ? heading_of(pane, style)
                        : y <= pane.lines.size() ? pane.lines[y - 1]
                                                 : Line{};
      add_cell(row, cell, width_of(pane), last);
    }
    lines.push_back(row);
  }
}

}  // namespace

std::vector<Line> arranged(const std::vector<Pane>& panes, const Style& style) {
  std::vector<Line> lines;
  for (std::size_t first = 0; first < panes.size();) {
    const std::size_t count = fitting(panes, first, style);
    if (!lines.empty()) lines.emplace_back();
    add_row(lines, std::span(panes).subspan(first, count), style);
    first += count;
  }
  return lines;
}

}  // namespace harness
