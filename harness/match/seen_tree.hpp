#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/observation.hpp"

namespace harness {

/// The processes of an observation as a tree: the program first, helpers left out, parents before their
/// children. Views into the observation.
struct SeenTree {
  std::vector<const Process*> processes;
  std::vector<std::vector<std::size_t>> children;
  std::vector<std::size_t> depth;
  std::vector<bool> stray;  ///< its creator is not known: it stands under the program
  bool is_complete = true;  ///< no process can have been missed

  static SeenTree of(const Observation& seen);
};

/// The base name of what a process executes; empty where that is not known or it only is a copy of its
/// creator.
std::string_view program_of(const Process& process);

/// A label for a process that the golden has none for: its program, where it runs one of its own, else child,
/// grandchild or descendant. Reads as a label in a golden.
std::string seen_label(const SeenTree& tree, std::size_t process);

/// "1.2 (sleep, exit 0, reaped)".
std::string described(const Process& process);

}  // namespace harness
