#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace harness {

/// What the arguments of an executed process say about it.
enum class HelperKind : std::uint8_t {
  none,   ///< it is no helper of a start method
  known,  ///< it executes what a mark says
  alike,  ///< it executes a helper's module in a way that no mark says: a version that we do not know
};

/// Whether a process that was executed with these arguments is a helper of a start method: a fork server, or
/// what tracks semaphores and shared memory.
///
/// @param arguments  argv, the program's own name first.
/// @param marks      of the implementation that is judged. A statement of Python, as
///                   "from multiprocessing.forkserver import main", stands for whoever executes it by the
///                   interpreter's option -c, wherever in that code. Any other stands for whoever has an
///                   argument that begins so.
HelperKind helper_kind(std::span<const std::string> arguments, std::span<const std::string> marks);

}  // namespace harness
