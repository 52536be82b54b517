#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/observation.hpp"

namespace harness {

/// What a process was during a stretch of time.
enum class Phase {
  alive,
  orphaned,  ///< alive, its creator ended
  stopped,
  zombie,  ///< dead and not yet waited for
};

/// "alive", "orphaned", "stopped", "zombie"
std::string_view to_string(Phase phase);

struct Stretch {
  Phase phase = Phase::alive;
  double from_ms = 0;
  double to_ms = 0;
  bool operator==(const Stretch&) const = default;
};

enum class MarkKind {
  exec,
  exited,     ///< by itself, with status 0
  failed,     ///< by itself, with another status
  signalled,  ///< ended by a signal
  ended,      ///< nobody knows how
  reaped,
  out,  ///< wrote to standard output
  err,
  stopped,
  continued,
  killed,  ///< by the harness
};

struct TimelineMark {
  MarkKind kind = MarkKind::exec;
  double t_ms = 0;
  std::string text{};  ///< "exec sleep 1", from outside: not made fit to be shown
};

/// A process in time.
struct Lane {
  std::size_t process = 0;             ///< place in Observation::processes
  std::optional<std::size_t> creator;  ///< place in Observation::processes
  std::vector<Stretch> stretches;      ///< one after the other; empty where its beginning was not seen
  std::vector<TimelineMark> marks;     ///< in order of time; not what the harness did to clean up
  std::optional<ReapedBy> reaped_by;
};

/// A run as it is drawn.
struct Timeline {
  double end_ms = 0;                  ///< of the last thing that happened; more than 0
  std::vector<Lane> lanes;            ///< in the order of Observation::processes
  std::vector<TimelineMark> written;  ///< output whose writer is not known
};

Timeline timeline_of(const Observation& seen);

}  // namespace harness
