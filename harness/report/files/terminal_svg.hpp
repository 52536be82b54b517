#pragma once

#include <string>
#include <vector>

#include "report/terminal/line.hpp"

namespace harness {

/// Lines as a terminal shows them, as one SVG picture that needs no style sheet, font or script from
/// elsewhere. Every span is stretched to its columns, so that drawings fit together in any monospaced font.
/// Light or dark as the reader's system is. Lines longer than `columns` are cut, as a terminal's view is.
///
/// @param title  for those who cannot see the picture
std::string terminal_svg(const std::vector<Line>& lines, int columns, const std::string& title);

}  // namespace harness
