#include "executable.hpp"

#include <exeunt/error.hpp>

namespace exeunt::detail {

std::uintptr_t offset_of_function(Function function) {
  const std::uintptr_t offset = reinterpret_cast<std::uintptr_t>(function) - base_of_executable();
  if (!has_code_at(offset)) {
    throw TypeError(
        "the target is not in the program's own executable (a shared library's function can be started with "
        "fork only); "
        "wrap it in a function of the program");
  }
  return offset;
}

Function function_at_offset(std::uintptr_t offset) {
  if (!has_code_at(offset)) throw RuntimeError("what crossed to this process is no function of it");
  return reinterpret_cast<Function>(base_of_executable() + offset);
}

}  // namespace exeunt::detail
