#pragma once

#include <string>

#include "model/observation.hpp"

namespace harness {

/// A hand-made run of 180 ms, where everything happens that can:
///
///     program   sh -c 'job & wait'  0 to 100 ms, exit 0
///       1       ~sh                 10 to 60, exit 1, reaped at 62; writes "child\n" at 15
///       2       sleep 5             20 to 150, SIGTERM, orphaned for 50 ms
///         2.1   ~sleep              40 to 70, stopped from 45 to 55, exit 0, reaped
///       3       ~sh                 30 to 50, exit 3, zombie
///       4       daemon              35 to the end, leaked, killed at 180
///       helper 1                    5 to 99, exit 0, reaped
///
/// Somebody unknown writes "who?\n" to standard error at 25.
Observation family();

/// A program that made `count` children, each alive for a millisecond and reaped, but every tenth a zombie.
Observation crowd(int count);

/// family() with bytes in every place that comes from outside that break terminals and pages.
Observation hostile_family();

}  // namespace harness
