#pragma once

#include "model/comparison.hpp"
#include "model/observation.hpp"
#include "model/verdict.hpp"

namespace harness {

/// The verdict on a run. What decides, in this order: it could not be started; it was interrupted (a skip);
/// the time limit; another limit; the first difference of the comparison. A golden that turned out to be
/// undecidable is broken.
/// The sentence is the deciding one's, with " (and N more)" where more differs.
Judgement judge(const Observation& seen, const Comparison& comparison);

}  // namespace harness
