#pragma once

#include <string>
#include <vector>

namespace harness {

struct Tick {
  double t_ms = 0;
  std::string label{};  ///< "0", "50 ms", "1.5 s"
};

/// At most `most` (at least 2) ticks from 0 to `end_ms` (more than 0), their distance 1, 2 or 5 times a power
/// of ten.
std::vector<Tick> ticks(double end_ms, int most);

}  // namespace harness
