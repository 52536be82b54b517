#pragma once

#include <benchmark/benchmark.h>

#include "sampling/samples.hpp"

namespace bench {

/// What was measured, its floor and the unit, as many samples of each.
struct Paired {
  Samples measured;
  Samples floor;
  Samples unit;
};

/// The counters of a pair, see register_measurement(). What has no samples is left out.
void count(benchmark::State& state, const Paired& paired);

}  // namespace bench
