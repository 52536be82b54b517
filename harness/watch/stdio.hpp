#pragma once

#include <optional>
#include <string>

#include "model/stdio_mode.hpp"
#include "support/unique_fd.hpp"
#include "watch/output.hpp"

namespace harness::watch {

/// What a program's descriptors 0 to 2 are connected to, and where what it writes arrives.
struct Stdio {
  UniqueFd in;
  UniqueFd out;  ///< the program's end
  UniqueFd err;  ///< the program's end
  Output from_out;
  Output from_err;
  bool terminal = false;  ///< `out` is a terminal, to be the controlling one

  /// Drops the program's ends, after which a pipe or terminal ends when its last process does.
  void close_program_ends();
};

/// Opens fresh streams of the mode. A terminal has 80 columns and 24 lines; the two streams are two
/// terminals, so that they stay apart.
/// @throws CannotJudge with the step and the reason.
Stdio open_stdio(StdioMode mode, const std::optional<std::string>& stdin_text);

}  // namespace harness::watch
