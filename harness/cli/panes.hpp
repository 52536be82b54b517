#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/terminal/line.hpp"

namespace harness {

/// A piece of text with a heading.
struct Pane {
  std::string heading;
  std::vector<Line> lines;
};

/// Panes in rows: as many side by side as fit into the style's columns without cutting a line, in their
/// order; the others below. Where there is no terminal, one below another.
std::vector<Line> arranged(const std::vector<Pane>& panes, const Style& style);

}  // namespace harness
