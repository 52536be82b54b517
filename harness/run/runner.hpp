#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/level.hpp"
#include "model/observation.hpp"
#include "model/run_settings.hpp"
#include "model/sandbox.hpp"
#include "model/stdio_mode.hpp"

namespace harness {

/// One program to run and to watch.
struct Program {
  std::vector<std::string> argv;  ///< argv[0] is the path that is executed
  std::vector<std::string> env;   ///< added to the surroundings that every run has
  StdioMode stdio = StdioMode::pipe;
  std::optional<std::string> stdin_text{};
  RunSettings settings{};      ///< their level overrides the runner's: a compiler needs none but adopt
  int declared_survivors = 0;  ///< how many processes may outlive it
  std::vector<std::string> helper_marks{};
  std::string kind{};  ///< programs of one kind take about the same processor time
  /// Confined by this; argv and paths are those inside. Nothing: an own program, trusted.
  std::optional<SandboxPolicy> sandbox{};
};

/// What came of it. With `trouble`, the observation says nothing: the harness or the host failed.
struct Outcome {
  Observation seen;
  std::string trouble;
  std::vector<TakenFile> files{};  ///< where the sandbox's policy has take_out
};

/// One program to run, and what hears what came of it.
struct ProgramRun {
  Program program;
  std::function<void(Outcome)> on_finished;
};

struct RunnerOptions {
  std::filesystem::path shim;  ///< the exeunt-shim program, for sandboxes
  std::optional<int> jobs;     ///< runs at once; nothing: as many as memory and descriptors allow
  std::optional<Level> level;  ///< nothing: the best that works here
};

/// Runs programs at once, each under a shim of its own.
class Runner {
 public:
  /// Starts the first shim, which finds out what works here while the caller goes on.
  explicit Runner(const RunnerOptions& options);
  ~Runner();
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;

  /// @throws CannotJudge where no shim can be started, or the wanted level is not to be had; so does all that
  /// runs.
  Level level();
  const std::string& level_reason();  ///< why not a better one
  int jobs() const;

  /// Gives the next program, which is then started, or nothing at this moment.
  using Source = std::function<std::optional<ProgramRun>()>;

  /// What becomes of shims when a stream of runs is at its end: kept for the next, or ended, the first of
  /// them while others still run.
  enum class Afterwards { keep_shims, end_shims };

  /// Runs one program. @return nothing when it was asked to stop before that began.
  std::optional<Outcome> run_one(Program program);

  /// Runs all programs; the order in which they start is that of the vector.
  /// @return false when it was asked to stop before the last had run.
  bool run_all(std::vector<ProgramRun> runs);

  /// Runs what `next` gives. It is asked whenever another program could start, so what it gives may depend on
  /// what has finished; the end is when it gives nothing while nothing runs.
  /// @param tick  called about ten times a second; may be empty.
  /// @return false when it was asked to stop before that.
  bool run_stream(const Source& next, const std::function<void()>& tick = {},
                  Afterwards afterwards = Afterwards::keep_shims);

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

/// Asks every run_all() of this process to end soon: what runs is killed, nothing more is started.
/// Async-signal-safe.
void request_stop() noexcept;

/// Whether request_stop() was called.
bool stop_requested() noexcept;

}  // namespace harness
