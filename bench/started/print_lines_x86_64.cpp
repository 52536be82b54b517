// Prints three lines and ends with status 0.
#include <sys/syscall.h>

#include "started/bare_x86_64.hpp"

namespace {
constexpr char text[] = "one\ntwo\nthree\n";
}

extern "C" [[noreturn]] void _start() {
  bench::system_call(SYS_write, 1, reinterpret_cast<long>(text), sizeof text - 1);
  bench::system_call(SYS_exit_group, 0);
  __builtin_unreachable();
}
