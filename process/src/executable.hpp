#pragma once

#include <cstdint>

#include <exeunt/archive.hpp>

namespace exeunt::detail {

/// Where a function lies within the program's own executable: the same in every process of the same
/// executable, wherever it is loaded.
/// @throws  TypeError  when it lies elsewhere: in a shared library, or in code made at run time.
std::uintptr_t offset_of_function(Function function);
/// @throws  RuntimeError  when there is no code at that offset.
Function function_at_offset(std::uintptr_t offset);

/// What offsets are counted from: how far the program's own executable was moved when it was loaded.
std::uintptr_t base_of_executable();
/// Whether the program's own executable has code at that offset.
bool has_code_at(std::uintptr_t offset);

/// Differs between executables, and between builds of one.
std::uint64_t executable_fingerprint();

}  // namespace exeunt::detail
