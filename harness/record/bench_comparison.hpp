#pragma once

#include <string>
#include <vector>

#include "record/bench_results.hpp"

namespace harness {

/// What two runs of `exeunt bench` say about one measurement. Ratios to the floor are compared, because noise
/// that slows a measurement slows the floor measured in turn with it.
struct BenchChange {
  enum class Kind {
    slower,
    faster,
    same,        ///< a change beyond `resolution` would show
    hidden,      ///< the noise hides every change that would matter
    only_first,  ///< not measured in the second
    only_second,
  };
  std::string name;
  Kind kind = Kind::same;
  double first = 0;  ///< ratio of medians to the floor
  double second = 0;
  double change = 1;      ///< second / first
  double resolution = 1;  ///< the smallest change that is not noise, as a ratio above 1
};

/// Every measurement of either, in the order of the first file. The noise of a ratio is taken from the
/// quartiles of what was measured and of its floor, and the number of samples.
std::vector<BenchChange> bench_changes(const std::vector<BenchMeasurement>& first,
                                       const std::vector<BenchMeasurement>& second);

bool anything_slower(const std::vector<BenchChange>& changes);

}  // namespace harness
