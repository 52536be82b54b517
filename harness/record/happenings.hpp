#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/observation.hpp"

namespace harness {

/// What an observation tells, in the words of `exeunt watch --json`: its events, and those that follow from
/// what became of the processes.
enum class HappeningKind {
  created,
  exec,
  exited,
  orphaned,  ///< its creator ended while it lived; or first seen when the shim adopted it
  zombie,    ///< its creator ended and had not waited for it
  reaped,
  leaked,  ///< killed by the harness: it had outlived the run
  output,
  stopped,
  continued,
  killed,  ///< by the harness for another reason: the limit passed, or it was asked to stop
};
std::string_view to_string(HappeningKind kind);

struct Happening {
  HappeningKind kind = HappeningKind::created;
  double t_ms = 0;
  std::optional<std::size_t>
      process{};                 ///< place in Observation::processes; of output: the writer's, if known
  const Event* event = nullptr;  ///< what was seen; of what follows from it, the event it follows from
};

/// In causal order: `orphaned` and `zombie` stand behind the end of the creator, `leaked` where the harness
/// killed. The events point into `seen`.
std::vector<Happening> happenings_of(const Observation& seen);

}  // namespace harness
