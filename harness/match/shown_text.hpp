#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace harness {

/// A line as a sentence quotes it: visible, in quotation marks, cut where it is long.
std::string quoted_text(std::string_view line);

/// A line as a difference shows it: visible, cut where it is long. Of a long line the part around
/// `interesting` is shown, a byte's index in the line.
std::string shown_line(std::string_view line, std::size_t interesting = 0);

/// Where two lines first differ; the shorter one's length where one begins the other.
std::size_t first_difference(std::string_view a, std::string_view b);

/// "200,000".
std::string grouped(std::size_t number);

/// "1 line", "2 lines", "200,000 lines".
std::string counted(std::size_t count, std::string_view singular);

/// Undoes what a terminal makes of the end of a line: every "\r\n" becomes "\n". Text without one is returned
/// as it is.
std::string without_terminal_line_ends(std::string_view text);

/// "5 s", "500 ms", "1.5 s".
std::string duration_text(double ms);

}  // namespace harness
