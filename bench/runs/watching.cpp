// What it costs a program to be watched: its life, from its start until its status is known, beside that of
// the same program
//   watch/…       started as a shell does it, by fork and exec, and watched by nobody
//   watch_alone/… started in the same way by the same shim, which then waits for nothing but its end
// and watch/whole_run: what a whole run costs beside the least that starting the program takes.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

#include "floors/exec_floor.hpp"
#include "program/counters.hpp"
#include "program/effort.hpp"
#include "runs/runs.hpp"
#include "sampling/sample.hpp"

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;
using harness::Level;

const std::string tiny = BENCH_STARTED "/exit_only";

harness::Program program(std::vector<std::string> argv) {
  harness::Program made;
  made.argv = std::move(argv);
  return made;
}

harness::Program one_process() {
  return program({tiny});
}

harness::Program shell_with_three_children() {
  return program({"/bin/sh", "-c", tiny + "; " + tiny + "; " + tiny + "; exit 0"});
}

/// Calls both in turn until the budget is used up.
template <typename Measured, typename Floor>
Paired in_turn(Measured measured, Floor floor) {
  Paired result;
  floor();  // reads what is new on the disk
  measured();
  const Rounds limits = many_rounds();
  const Clock::time_point end = Clock::now() + limits.budget;
  for (int i = 0; i < limits.most && (i < limits.least || Clock::now() < end); ++i) {
    result.floor.add(floor());
    result.measured.add(measured());
  }
  return result;
}

/// Until the status is known.
std::int64_t fork_exec_wait(const std::vector<std::string>& words) {
  std::vector<char*> argv;
  for (const std::string& word : words)
    argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  const std::int64_t begun = now();
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::execv(argv.front(), argv.data());
    ::_exit(127);
  }
  if (pid < 0) throw std::runtime_error("fork: errno " + std::to_string(errno));
  wait_for_end(pid);
  return now() - begun;
}

Paired watched(const harness::Program& program, Level level) {
  Runs runs(program, level);
  return in_turn([&] { return runs.run().program_ns; }, [&] { return fork_exec_wait(program.argv); });
}

Paired watched_alone(const harness::Program& program, Level level) {
  Runs runs(program, level);
  return in_turn([&] { return runs.run().program_ns; }, [&] { return runs.run_unwatched().program_ns; });
}

Paired whole_run(Level level) {
  Runs runs(one_process(), level);
  return in_turn([&] { return runs.run().whole_ns; }, [] { return vfork_exec_wait(tiny).total; });
}

void add(const std::string& name, const std::string& floor, double target, std::function<Paired()> measure) {
  auto* added = benchmark::RegisterBenchmark(name.c_str(), [floor, target, measure](benchmark::State& state) {
    for (auto _ : state) {
      try {
        Paired result = measure();
        state.SetIterationTime(static_cast<double>(result.measured.quantile(0.5)) / 1e9);
        count(state, result);
        if (target > 0) state.counters["target_ratio"] = target;
      } catch (const std::exception& error) {
        state.SkipWithError(error.what());
        return;
      }
    }
    state.SetLabel(floor);
  });
  added->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
}

}  // namespace

void register_watching() {
  constexpr double no_target = 0;
  for (const Level level : {Level::trace, Level::passive, Level::adopt}) {
    const std::string of = std::string("/") + std::string(to_string(level));
    const double one_target = level == Level::trace ? 1.25 : no_target;
    const double shell_target = level == Level::trace ? 1.35 : no_target;
    const std::string bare = "fork + exec + waitpid", unwatched = "the same shim's, not watched";
    add("watch/one_process" + of, bare, one_target, [level] { return watched(one_process(), level); });
    add("watch/shell_with_3_children" + of, bare, shell_target,
        [level] { return watched(shell_with_three_children(), level); });
    add("watch_alone/one_process" + of, unwatched, one_target,
        [level] { return watched_alone(one_process(), level); });
    add("watch_alone/shell_with_3_children" + of, unwatched, shell_target,
        [level] { return watched_alone(shell_with_three_children(), level); });
    add("watch/whole_run" + of, "vfork + exec + waitpid", no_target, [level] { return whole_run(level); });
  }
}

}  // namespace bench
