#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/terminal/line.hpp"

namespace harness {

/// A source without the comment (in Python, the docstring) that it opens with, which is shown elsewhere, its
/// comments and texts coloured. `comment` is what a comment begins with: "//" or "#".
std::vector<Line> source_lines(std::string_view source, std::string_view comment, const Style& style);

/// A golden, its section headers coloured.
std::vector<Line> golden_lines(std::string_view golden, const Style& style);

}  // namespace harness
