#pragma once

// What a program needs that has no C library.

namespace bench {

inline long system_call(long number, long first, long second = 0, long third = 0) {
  long result = number;
  asm volatile("syscall" : "+a"(result) : "D"(first), "S"(second), "d"(third) : "rcx", "r11", "memory");
  return result;
}

}  // namespace bench
