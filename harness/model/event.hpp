#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "model/ending.hpp"

namespace harness {

enum class EventKind {
  created,
  exec,
  exited,
  reaped,
  adopted,  ///< its parent ended: it is the shim's child now
  stopped,
  continued,
  output,
  killed,  ///< by the harness: left over, or the limit passed
};

enum class Stream { out, err };

enum class ReapedBy { parent, automatically, adopter };

/// What the events of a run say of who waited for a process.
enum class ReapsSeen {
  all,       ///< whoever is not said to be reaped was not waited for
  leftover,  ///< only that the adopter got what nobody had waited for: all others were waited for
  none,
};

constexpr int unknown_ending = -1;

/// One thing that happened in a run, in causal order: what a process wrote before it ended stands before its
/// end. Processes are numbered from 0, the program, in order of discovery.
struct Event {
  EventKind kind = EventKind::created;
  std::int64_t t_us = 0;            ///< since the run began
  int process = 0;                  ///< of output: the writer, -1 where not known
  int parent = -1;                  ///< created: its parent, which has a lower number; -1 where not known
  pid_t pid = 0;                    ///< created, adopted: as the program sees it
  std::vector<std::string> argv{};  ///< exec; empty where it could not be read
  Ending end{};                     ///< exited
  ReapedBy by = ReapedBy::parent;   ///< reaped
  int signal = 0;                   ///< stopped; exited: unknown_ending where how it ended was never learned
  Stream stream = Stream::out;      ///< output
  std::uint64_t offset = 0;         ///< output: where in its stream
  std::uint64_t length = 0;         ///< output: how many bytes
  /// exited: it ended in this look of the observer, but before or after what else happened in it is not known
  bool doubtful = false;
  int look = 0;  ///< exited: which look of the observer noticed it; one that misses nothing has none
  std::int64_t cpu_us = -1;  ///< exited: user and system time; -1 where not measured
  long peak_kb = -1;         ///< exited: largest resident set; -1 where not measured
  bool operator==(const Event&) const = default;
};

}  // namespace harness
