#pragma once

#include <sys/resource.h>

#include <cstdint>

namespace harness::watch {

/// The processor time of a resource usage, in microseconds.
inline std::int64_t cpu_us_of(const rusage& usage) {
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1'000'000LL + usage.ru_utime.tv_usec +
         usage.ru_stime.tv_usec;
}

}  // namespace harness::watch
