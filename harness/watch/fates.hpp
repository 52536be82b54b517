#pragma once

#include <vector>

#include "model/process.hpp"
#include "wire/orders.hpp"

namespace harness::watch {

/// What became of every process of a run, from what an observer reported of it alone: its events, which of
/// the processes were killed as left over (`leaked`), which are helpers of the start method (`helpers`), and
/// what it sees of waiting (`reaps`). The same rules hold for every observer on every platform.
///
/// A process stands under its creator: who asked for it, so that the children of a start method's helper
/// stand under the process that the helper works for. Children are numbered in order of creation, helpers not
/// counted. The root comes first, parents before their children; then those whose creator was not seen, and
/// last the helpers, whose ids are "helper 1" and so on.
///
/// When its creator ends, a process is alive (orphaned), or dead and not waited for (zombie), or reaped.
/// Which one is decided by the order of the events; where that is in doubt, or where waiting is not seen, the
/// fate is empty.
std::vector<Process> fates_of(const wire::RunReport& report);

}  // namespace harness::watch
