#pragma once

#include "model/observation.hpp"
#include "record/json.hpp"

namespace harness {

/// A run in the Trace Event Format, as Perfetto and chrome://tracing open it: one track for each process, in
/// the order of the tree, named after its id and program; complete events for what it was (alive, orphaned,
/// stopped, zombie), instant events for what it did, all facts as arguments.
/// @see Trace Event Format: ph X, i and M; times in microseconds.
Json trace_event(const Observation& seen);

}  // namespace harness
