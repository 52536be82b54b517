#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/process.hpp"

namespace harness {

inline constexpr std::int64_t most_posix_status = 255;
inline constexpr std::int64_t most_windows_status = 0xFFFF'FFFF;

/// One line of a golden's tree.
struct ExpectedProcess {
  int line = 0;
  std::string source;  ///< without indentation
  std::string label;
  std::optional<Ending> ending;     ///< nothing: `*`
  std::optional<Fate> fate;         ///< nothing: `*`, anything but leaked; Fate::root for the program
  std::optional<std::string> exec;  ///< base name of argv[0] of its last exec
  int least = 1;
  int most = 1;
  std::size_t depth = 0;
  std::size_t parent = 0;  ///< index in the tree; the root's is its own
  std::vector<std::size_t> children;
  bool open = false;  ///< a line `...` below it: any further children, with whatever is below them
};

/// The `processes` section: the program first, parents before their children.
struct ExpectedTree {
  std::vector<ExpectedProcess> processes;
};

/// Reads a tree. One line a process, two spaces of indentation a generation:
///
///     program            exit 0
///       child            exit 1          reaped
///       2..4x worker     exit 0          reaped  exec worker
///       helper           signal SIGTERM  orphaned  ?
///       ...
///
/// A label is all up to two or more spaces; then how it ended (`exit N`, `signal NAME`, `*`), then what
/// became of it (`reaped`, `zombie`, `orphaned`, `leaked`, `*`; not for the program), then, in any order,
/// `exec NAME` and `?` for what may or may not be. `*` for what became of it is anything but leaked; a leaked
/// process is written `*  leaked`, since the harness ended it. `3x` and `2..4x` before a label, or as a word
/// behind, stand for equal siblings. A line `...` stands for any further processes below that parent,
/// whatever became of them. Empty lines and lines that start with `#` do not count.
/// @param most_status  The largest N of `exit N` that there is where the tree holds.
/// @throws BadLine
ExpectedTree parse_tree(std::span<const std::string> source, int first_line,
                        std::int64_t most_status = most_posix_status);

/// How a sentence names a line of the tree: its label, with its line where the label alone does not say
/// which.
std::string name_in(const ExpectedTree& tree, std::size_t process);

}  // namespace harness
