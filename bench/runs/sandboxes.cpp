// What a run in the sandbox costs: beside bubblewrap alone, which makes the same world around the same
// program and observes nothing, and beside the same run without a sandbox.
#include <benchmark/benchmark.h>
#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <exception>
#include <stdexcept>

#include "program/counters.hpp"
#include "program/effort.hpp"
#include "run/bubblewrap.hpp"
#include "run/sandbox_world.hpp"
#include "runs/runs.hpp"
#include "sampling/on_path.hpp"
#include "sampling/sample.hpp"

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;

harness::SandboxPolicy policy() {
  harness::SandboxPolicy policy;
  policy.visible = {{BENCH_STARTED, "/program"}};
  return policy;
}

Runs runs(harness::Level level, bool confined) {
  harness::Program program;
  program.argv = {confined ? "/program/exit_only" : BENCH_STARTED "/exit_only"};
  if (confined) program.sandbox = policy();
  return {program, level};
}

/// bubblewrap and the program, nothing else.
class BubblewrapAlone {
 public:
  BubblewrapAlone()
      : words_(harness::bubblewrap_command(find_program("bwrap"), policy(), harness::system_folders(),
                                           {"/program/exit_only"})) {
    for (std::string& word : words_)
      argv_.push_back(word.data());
    argv_.push_back(nullptr);
  }

  std::int64_t run() {
    const std::int64_t begun = now();
    const pid_t pid = ::vfork();
    if (pid == 0) become();
    int status = -1;
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    if (status != 0) throw std::runtime_error("bwrap: wait status " + std::to_string(status));
    return now() - begun;
  }

 private:
  [[noreturn]] void become() {
    constexpr uid_t user = harness::SandboxWorld::first_user;
    if (::geteuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setgid(user) != 0 || ::setuid(user) != 0))
      ::_exit(99);
    ::execv(argv_.front(), argv_.data());
    ::_exit(98);
  }

  std::vector<std::string> words_;
  std::vector<char*> argv_;
};

Paired measure(harness::Level level) {
  Runs confined = runs(level, true);
  Runs free = runs(level, false);
  BubblewrapAlone alone;
  Paired result;
  confined.run();  // reads what is new on the disk
  alone.run();
  const Rounds limits = some_rounds();
  const Clock::time_point end = Clock::now() + limits.budget;
  for (int i = 0; i < limits.most && (i < limits.least || Clock::now() < end); ++i) {
    result.floor.add(alone.run());
    result.measured.add(confined.run().whole_ns);
    result.unit.add(free.run().whole_ns);
  }
  return result;
}

void add(const std::string& name, harness::Level level) {
  auto* added =
      benchmark::RegisterBenchmark(("sandbox/run/" + name).c_str(), [level](benchmark::State& state) {
        constexpr double target = 1.5;
        for (auto _ : state) {
          try {
            Paired result = measure(level);
            state.SetIterationTime(static_cast<double>(result.measured.quantile(0.5)) / 1e9);
            count(state, result);
            state.counters["target_ratio"] = target;
          } catch (const std::exception& error) {
            state.SkipWithError(error.what());
            return;
          }
        }
        state.SetLabel("bubblewrap alone");
      });
  added->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
}

}  // namespace

void register_sandboxes() {
  add("trace", harness::Level::trace);
  add("adopt", harness::Level::adopt);
}

}  // namespace bench
