#include "stdio_state.hpp"

// The members of FILE are public here.

namespace exeunt::detail {

bool is_stdin_used() noexcept {
  return stdin->_bf._base != nullptr;
}

void forget_input(std::FILE* stream) noexcept {
  ::fpurge(stream);
}

bool has_pending_output(std::FILE* stream) noexcept {
  return (stream->_flags & __SWR) != 0 && stream->_p != stream->_bf._base;
}

bool is_written_by_line(std::FILE* stream) noexcept {
  return (stream->_flags & __SLBF) != 0;
}

}  // namespace exeunt::detail
