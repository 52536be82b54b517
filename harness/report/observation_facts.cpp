#include "report/observation_facts.hpp"

#include "model/names.hpp"
#include "report/terminal/summary_lines.hpp"
#include "support/errors.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

std::string level_words(const Observation& seen) {
  std::string words = "observed at level " + std::string(to_string(seen.level));
  return seen.level_reason.empty() ? words : words + ": " + seen.level_reason;
}

std::string stop_words(const Observation& seen) {
  switch (seen.stopped) {
    case Stopped::by_itself:
      return "";
    case Stopped::time_limit:
      return "stopped at its time limit of " + duration(seen.limit_ms);
    case Stopped::output_limit:
      return "stopped: it wrote too much";
    case Stopped::cpu_limit:
      return "stopped: its processor time was used up";
    case Stopped::process_limit:
      return "stopped: it started too many processes or threads";
    case Stopped::memory_limit:
      return "stopped: it used too much memory";
    case Stopped::disk_limit:
      return "stopped: it wrote too much to files";
    case Stopped::sandbox_violation:
      return "stopped at a system call that no program needs";
    case Stopped::interrupted:
      return "stopped: the harness was asked to end";
  }
  return "";
}

}  // namespace

std::vector<std::string> observation_facts(const Observation& seen) {
  const std::size_t count = seen.processes.size();
  std::vector<std::string> facts{harness::format("{} {}", count, count == 1 ? "process" : "processes"),
                                 duration(seen.wall_ms), level_words(seen)};
  if (const std::string stop = stop_words(seen); !stop.empty()) facts.push_back(stop);
  return facts;
}

std::string start_failure_words(const Observation& seen) {
  if (!seen.start_failure) return "";
  return "could not be started: " + errno_text(seen.start_failure->step, seen.start_failure->error);
}

}  // namespace harness
