#pragma once

#include <string>

#include "model/observation.hpp"

namespace harness {

/// The part of a page that shows the processes of a run: a drawing in time (SVG, one lane for each process)
/// whose lanes show all facts when they are pointed at or focused, the same as a table, and the events as a
/// list. Needs the site's style sheet and no script. Bounded to `most` processes; the rest is counted.
std::string timeline_html(const Observation& seen, std::size_t most);

/// The output of a run, escaped: piece by piece with its writers where they are known, otherwise by stream.
std::string output_html(const Observation& seen);

}  // namespace harness
