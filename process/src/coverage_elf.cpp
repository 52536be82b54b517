#include "coverage.hpp"

// The compilers' runtimes have these where the program was compiled for them. A weak reference takes nothing
// out of a static library: of libgcov a program has __gcov_exit() always, and the others where it calls them.
extern "C" {
[[gnu::weak]] void __gcov_reset();
[[gnu::weak]] void __gcov_dump();
[[gnu::weak]] void __gcov_exit();
[[gnu::weak]] void __llvm_profile_reset_counters();
[[gnu::weak]] void __llvm_profile_initialize_file();
[[gnu::weak]] int __llvm_profile_write_file();
}

namespace exeunt::detail {

[[gnu::hot]] void begin_coverage() noexcept {
  if (__gcov_reset != nullptr) __gcov_reset();
  if (__llvm_profile_reset_counters != nullptr) __llvm_profile_reset_counters();
  if (__llvm_profile_initialize_file != nullptr)
    __llvm_profile_initialize_file();  // its name may have the pid
}

[[gnu::hot]] void write_coverage() noexcept {
  if (__gcov_dump != nullptr)
    __gcov_dump();
  else if (__gcov_exit != nullptr)
    __gcov_exit();
  if (__llvm_profile_write_file != nullptr) (void)__llvm_profile_write_file();
}

}  // namespace exeunt::detail
