#pragma once

#include <cstdint>

namespace bench {

/// One process started and joined; nanoseconds of the monotonic clock.
struct Sample {
  std::int64_t start = 0;  ///< until the call that starts it returned
  std::int64_t join = 0;   ///< from the child's last instruction until its status is known; where the child
                           ///< does not tell, from the end of `start`
  std::int64_t total = 0;  ///< both, with what lies between
};

/// Nanoseconds of the clock that all processes of this machine share.
std::int64_t now();

/// The sample of a process whose start began and ended, and whose status was known, at these moments.
inline Sample sample_of(std::int64_t begun, std::int64_t started, std::int64_t joined) {
  return {started - begun, joined - started, joined - begun};
}

}  // namespace bench
