#include <benchmark/benchmark.h>
#include <sched.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>

#include "harness/contender.hpp"
#include "harness/weigh.hpp"
#include "program/counters.hpp"
#include "program/effort.hpp"
#include "program/register.hpp"

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t sleep_ns = 200'000'000;
constexpr int most_jobs_by_default = 256;  // of exeunt, however much memory there is

/// Equal programs, how many, and how the floor runs them.
struct Load {
  std::string name;
  const char* program;
  int count;
  bool sleeps = false;
  int times = 1;  ///< that each of them is run
};

struct Race {
  Load load;
  Contender contender;
  std::optional<double> target;
};

struct Result {
  Paired wall;
  Paired cpu;
  long peak_kb = 0;
  long floor_peak_kb = 0;
};

int processors() {
  cpu_set_t set;
  return ::sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
}

Rounds rounds() {
  switch (effort()) {
    case Effort::full:
      return {9, 1, std::chrono::seconds(8)};
    case Effort::quick:
      return {3, 1, std::chrono::milliseconds(800)};
    case Effort::check:
      return {1, 1, std::chrono::milliseconds(0)};
  }
  return {1, 1, std::chrono::milliseconds(0)};
}

Result race(const Race& race) {
  const SuiteFolder suite(race.load.program, race.load.count);
  const int jobs = race.load.sleeps ? race.load.count : processors();
  std::vector<std::string> command = race.contender.prepare(suite, jobs);
  if (race.load.times > 1) command.push_back("--repeat=" + std::to_string(race.load.times));
  if (jobs > most_jobs_by_default) command.push_back("--jobs=" + std::to_string(jobs));
  const std::vector<std::string> floor = bare_loop(suite, jobs, race.load.times);
  Result result;
  const auto add = [](const Weight& weight, Samples& wall, Samples& cpu, long& peak) {
    wall.add(weight.wall_ns);
    cpu.add(weight.cpu_ns);
    peak = std::max(peak, weight.peak_kb);
  };
  weigh(floor, suite.path());  // reads what is new on the disk
  const Rounds limits = rounds();
  const Clock::time_point end = Clock::now() + limits.budget;
  for (int i = 0; i < limits.most && (i < limits.least || Clock::now() < end); ++i) {
    add(weigh(floor, suite.path()), result.wall.floor, result.cpu.floor, result.floor_peak_kb);
    add(weigh(command, suite.path()), result.wall.measured, result.cpu.measured, result.peak_kb);
  }
  return result;
}

void count_all(benchmark::State& state, const Race& race, Result& result) {
  if (race.load.sleeps) {
    result.wall.floor = Samples();
    result.wall.floor.add(sleep_ns);
  }
  count(state, result.wall);
  state.counters["cpu_p50_us"] = static_cast<double>(result.cpu.measured.quantile(0.5)) / 1e3;
  state.counters["floor_cpu_p50_us"] = static_cast<double>(result.cpu.floor.quantile(0.5)) / 1e3;
  state.counters["cpu_ratio_p50"] = ratio_of_quantiles(result.cpu.measured, result.cpu.floor, 0.5);
  state.counters["peak_mb"] = static_cast<double>(result.peak_kb) / 1024;
  state.counters["floor_peak_mb"] = static_cast<double>(result.floor_peak_kb) / 1024;
  state.counters["programs"] = race.load.count * race.load.times;
  if (!race.target) return;
  state.counters["target_ratio"] = *race.target;
  if (race.load.count > 1 && !race.load.sleeps) state.counters["target_cpu_ratio"] = *race.target;
}

void run(benchmark::State& state, const Race& wanted) {
  for (auto _ : state) {
    try {
      Result result = race(wanted);
      state.SetIterationTime(static_cast<double>(result.wall.measured.quantile(0.5)) / 1e9);
      count_all(state, wanted, result);
    } catch (const std::exception& error) {
      state.SkipWithError(error.what());
      return;
    }
  }
  state.SetLabel(wanted.load.sleeps ? "0.2 s of sleep" : "bare loop in C++");
}

void add(const Load& load, Contender contender, std::optional<double> target = {}) {
  const std::string name = "harness/" + load.name + "/" + contender.name;
  if (effort() != Effort::full && contender.slow && contender.absent.empty()) {
    contender.absent = "it is slow, and left to a full run";
  }
  auto* added = benchmark::RegisterBenchmark(name.c_str(),
                                             [race = Race{load, contender, target}](benchmark::State& state) {
                                               if (race.contender.absent.empty()) return run(state, race);
                                               state.SetLabel("absent");
                                               state.SkipWithError(race.contender.absent.c_str());
                                               for (auto _ : state) {
                                               }
                                             });
  added->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
}

Load small_programs(int count) {
  return {std::to_string(count) + (count == 1 ? "_program" : "_programs"), BENCH_STARTED "/print_lines",
          count};
}

Load sleepers(int count) {
  return {std::to_string(count) + (count == 1 ? "_sleeper" : "_sleepers"), BENCH_STARTED "/sleep", count,
          true};
}

// As many programs as no disk should hold: a thousand, again and again.
Load hundred_thousand_programs() {
  return {"100000_programs", BENCH_STARTED "/print_lines", 1'000, false, 100};
}

}  // namespace

void register_all() {
  const bool check = effort() == Effort::check;
  const Load many = small_programs(check ? 5 : 1'000);
  add(many, exeunt_at("root"));
  add(many, exeunt_at("adopt"), 1.5);
  add(many, exeunt_at("trace"), 2.5);
  for (const Contender& other : other_harnesses())
    add(many, other);
  add(small_programs(1), exeunt_at("adopt"), 2.0);
  if (!check) add(small_programs(1), exeunt_at("trace"));
  add(sleepers(check ? 5 : 200), exeunt_at("adopt"), 1.5);
  if (effort() != Effort::full) return;
  for (const Contender& other : other_harnesses()) {
    add(small_programs(1), other);
    add(sleepers(200), other);
  }
  for (const int count : {10, 100, 10'000})
    add(small_programs(count), exeunt_at("adopt"));
  add(hundred_thousand_programs(), exeunt_at("adopt"));
  for (const int count : {1, 10, 100, 1'000})
    add(sleepers(count), exeunt_at("adopt"));
}

}  // namespace bench
