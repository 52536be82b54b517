#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/event.hpp"
#include "model/level.hpp"
#include "model/process.hpp"

namespace harness {

/// Why a run was brought to its end.
enum class Stopped {
  by_itself,
  time_limit,
  output_limit,
  cpu_limit,      ///< a process used up its processor time
  process_limit,  ///< too many processes and threads
  memory_limit,
  disk_limit,         ///< a file, the working folder or /dev/shm became too large
  sandbox_violation,  ///< a process was killed for a system call that no program needs
  interrupted,        ///< the harness was asked to stop
};

/// The program could not be started.
struct StartFailure {
  std::string step{};
  int error = 0;  ///< errno
  bool operator==(const StartFailure&) const = default;
};

/// A process that outlives the program.
struct Survivor {
  int number = 0;  ///< in the events of the run
  pid_t pid = 0;
  std::string name{};  ///< as ps shows it
};

/// Everything that was seen of one run.
struct Observation {
  Level level = Level::root;
  std::string level_reason{};  ///< why not a better one
  std::string out{};           ///< bytes of standard output
  std::string err{};           ///< bytes of standard error
  std::optional<StartFailure> start_failure{};
  Stopped stopped = Stopped::by_itself;
  std::vector<Event> events{};
  std::vector<Process> processes{};           ///< the root first, parents before their children
  bool is_complete = true;                    ///< no process can have been missed, as far as the level sees
  std::vector<Survivor> released{};           ///< who runs on: the watching ended before they did
  std::vector<std::string> output_holders{};  ///< who still held the output open at the end, "PID NAME"
  double wall_ms = 0;
  double cpu_ms = 0;
  double limit_ms = 0;  ///< the time limit that held
};

}  // namespace harness
