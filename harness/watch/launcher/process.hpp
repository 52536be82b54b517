#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace harness::launcher {

/// How a process ended, as its platform says it: 32 bits on Windows, as wait(2) delivers it elsewhere.
using Status = std::uint32_t;

/// What became of a process; unknown where it had ended when its creator ended, and that it was waited for
/// leaves no trace.
enum class Fate { unknown, root, orphaned, leaked, reaped, zombie };

/// One process of a run; what could not be seen is empty.
struct Process {
  std::string id{};                     ///< "program"; children in order of creation: "1", "1.2"
  std::optional<std::string> parent{};  ///< the creator's id; none of the root, nor where it was not seen
  long pid = 0;
  std::vector<std::string> argv{};
  std::optional<bool> exec{};  ///< whether it ran a program of its own
  std::optional<Status> status{};
  bool killed = false;  ///< the launcher ended it
  Fate fate = Fate::unknown;
  std::optional<bool> outlived_creator{};  ///< of one whose fate is unknown
  double start_ms = 0;
  std::optional<double> end_ms{};
  bool helper = false;          ///< a server or tracker of a start method
  bool helper_guessed = false;  ///< it looks like one, of a version whose command line is not known
};

}  // namespace harness::launcher
