#pragma once

#include <string>

namespace harness {

/// What the exit status of `exeunt` says. Of a run the model's exit_status() decides.
inline constexpr int exit_as_expected = 0;
inline constexpr int exit_differs = 1;
inline constexpr int exit_could_not_judge = 2;  ///< also: stopped by SIGINT or SIGTERM
inline constexpr int exit_wrong_command_line = 3;
inline constexpr int exit_only_skips = 77;

/// The same for people, a line each.
inline std::string exit_status_lines() {
  return "  0   all as expected\n"
         "  1   something differs\n"
         "  2   could not judge: a bad golden, a missing program, the host; or interrupted\n"
         "  3   wrong command line, or a filter that matches nothing\n"
         "  77  nothing but skips\n";
}

inline std::string exit_status_help() {
  return "exit status:\n" + exit_status_lines();
}

}  // namespace harness
