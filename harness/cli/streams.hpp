#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

#include "report/terminal/live_board.hpp"

namespace harness {

struct Machinery;

/// All that a command knows of the world it talks to.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::function<TerminalSize()> size;  ///< of the terminal; where there is none, 80 × 24
  std::function<std::optional<std::string>(const std::string&)> environment;
  const Machinery& machinery;  ///< outlives the command
};

/// Those of this process.
Streams own_streams();

/// How to write to the standard output (or to standard error): colours as `when` ("auto", "always", "never"),
/// NO_COLOR and TERM say; ASCII where the locale is not UTF-8; as wide as the terminal.
/// @throws UsageError for another `when`.
Style style_for(const Streams& streams, const std::string& when, bool to_error = false);

/// Whether lines can be redrawn there.
bool can_redraw(const Streams& streams, bool to_error = false);

}  // namespace harness
