#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "model/ending.hpp"

namespace harness {

/// What became of a process.
enum class Fate {
  root,      ///< the program itself
  reaped,    ///< waited for by its creator, its creator's helper, or automatically
  zombie,    ///< dead and unwaited-for when its creator ended
  orphaned,  ///< alive when its creator ended
  leaked,    ///< outlived the run undeclared, and was killed
};

/// One process of a run. What the level of observation could not see is empty, never a guess.
struct Process {
  std::string id{};                     ///< "program"; children in order of creation: "1", "1.2"
  std::optional<std::string> parent{};  ///< id of the creator (who asked for it); empty for the root
  std::optional<pid_t> pid{};           ///< as the program sees it
  std::optional<std::vector<std::string>> argv{};  ///< of the last exec, or of what it is a copy of
  std::optional<bool> exec{};                      ///< whether it ran a program of its own
  std::optional<Ending> end{};
  std::optional<Fate> fate{};
  /// Where the fate is not known: false, where it had ended when its creator ended. Then it was reaped, or
  /// left a zombie.
  std::optional<bool> outlived_creator{};
  std::optional<double> start_ms{};  ///< since the run began
  std::optional<double> end_ms{};
  std::optional<double> reaped_ms{};
  std::optional<double> cpu_ms{};
  std::optional<long> peak_kb{};      ///< largest resident set
  std::optional<double> margin_ms{};  ///< between the two moments that decided an orphan or zombie
  bool still_runs = false;            ///< the watching ended before it did, and released it
  bool helper = false;                ///< a server or tracker of the start method, left out of the tree
  bool helper_guessed = false;        ///< it looks like one, of a version whose command line is not known
  int number = -1;                    ///< in the events of the run; -1 where there are none
  bool operator==(const Process&) const = default;
};

}  // namespace harness
