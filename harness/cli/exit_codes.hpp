#pragma once

#include <optional>
#include <string>
#include <vector>

namespace harness {

/// What the exit status of `exeunt` says. Of a run the model's exit_status() decides.
inline constexpr int exit_as_expected = 0;
inline constexpr int exit_differs = 1;
inline constexpr int exit_could_not_judge = 2;  ///< also: stopped by SIGINT or SIGTERM
inline constexpr int exit_wrong_command_line = 3;
inline constexpr int exit_only_skips = 77;
inline constexpr int exit_timed_out = 124;  ///< of `watch`: by --timeout

/// One exit status of a command, for people.
struct ExitStatus {
  std::optional<int> code;  ///< nothing: any, that of the program that the command runs
  std::string meaning;
};

/// Those of a command: what it says itself, and what any command may end with. Sorted.
std::vector<ExitStatus> with_common(std::vector<ExitStatus> own);

/// Of the commands that judge runs.
std::vector<ExitStatus> exit_statuses_of_runs();

/// A line each, indented.
std::string exit_status_lines(const std::vector<ExitStatus>& statuses);

}  // namespace harness
