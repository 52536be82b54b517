#pragma once

#include "model/observation.hpp"
#include "record/json.hpp"

namespace harness {

/// What `exeunt watch --json` writes:
/// `{"format":1,"level":…,"processes":[…],"events":[{"seq":1,"t_ms":0.2,"event":"created","id":"1"}…]}`.
///
/// Events are those of happenings_of(), and name the process by its id in the tree, or `null` where it is not
/// known (the writer of output at levels that do not attribute it). Beside the keys above: created has "pid"
/// and "parent", exec "argv", exited "end" (null: not known), "cpu_ms" and "peak_kb", reaped "by", stopped
/// "signal", output "stream", "offset", "length" and, where the bytes were kept, "text".
Json watch_json(const Observation& seen);

}  // namespace harness
