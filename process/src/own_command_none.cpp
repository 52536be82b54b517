#include "own_command.hpp"

namespace exeunt::detail {

// The system knows the file of a running program, and needs no note.
void note_own_command(std::size_t) noexcept {}

}  // namespace exeunt::detail
