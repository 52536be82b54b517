#pragma once

#include <optional>
#include <string>
#include <vector>

#include "windows/unique_handle.hpp"

namespace harness::windows {

/// What became of a process; unknown where it had ended when its creator ended: that it was waited for leaves
/// no trace on Windows.
enum class Fate { unknown, root, orphaned, leaked };

/// One process of a run; what could not be seen is empty.
struct Process {
  std::string id;                       ///< "program"; children in order of creation: "1", "1.2"
  std::optional<std::string> parent{};  ///< the creator's id; none of the root, nor where it was not seen
  DWORD pid = 0;
  std::vector<std::string> argv{};
  std::optional<DWORD> status{};  ///< of 32 bits
  bool killed = false;            ///< the launcher ended it
  Fate fate = Fate::unknown;
  double start_ms = 0;
  std::optional<double> end_ms{};
  unsigned children = 0;
};

}  // namespace harness::windows
