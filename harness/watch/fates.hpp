#pragma once

#include <span>
#include <vector>

#include "model/event.hpp"
#include "model/process.hpp"

namespace harness::watch {

/// What became of every process, told from the events of a run alone.
///
/// A process stands under its creator: who asked for it, so that the children of a start method's helper
/// stand under the process that the helper works for. Children are numbered in order of creation, helpers not
/// counted. The root comes first, parents before their children.
/// @param leaked   Numbers of the processes that outlived the run and were killed.
/// @param helpers  Numbers of the helpers of the start method; they come last, their ids are "helper 1" and
/// so on.
/// @param guessed  Of those, the ones that only look like helpers.
std::vector<Process> fates(std::span<const Event> events, std::span<const int> leaked,
                           std::span<const int> helpers, std::span<const int> guessed = {});

}  // namespace harness::watch
