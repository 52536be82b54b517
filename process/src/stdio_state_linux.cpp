#include "stdio_state.hpp"

#include <stdio_ext.h>

namespace exeunt::detail {

bool is_stdin_used() noexcept {
  return ::__fbufsize(stdin) != 0;
}

void forget_input(std::FILE* stream) noexcept {
  ::__fpurge(stream);
}

bool has_pending_output(std::FILE* stream) noexcept {
  return ::__fpending(stream) != 0;
}

bool is_written_by_line(std::FILE* stream) noexcept {
  return ::__flbf(stream) != 0 && ::__fbufsize(stream) != 0;
}

}  // namespace exeunt::detail
