#pragma once

#include "match/golden.hpp"
#include "model/comparison.hpp"
#include "model/observation.hpp"

namespace harness {

/// Compares both streams with the sections selected. Bindings are shared: stdout comes first.
void compare_text(const Observation& seen, const Golden& expected, const Conditions& conditions,
                  Comparison& comparison);

/// What the `[[pid …]]` of these lines stand for in an observation.
PidTexts pid_texts(const ExpectedText& expected, const Observation& seen);

}  // namespace harness
