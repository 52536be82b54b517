#include "latency/measurement.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <random>

#include "program/counters.hpp"

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int warm_up_rounds = 2;

std::int64_t part_of(const Sample& sample, Part part) {
  switch (part) {
    case Part::start:
      return sample.start;
    case Part::join:
      return sample.join;
    case Part::total:
      return sample.total;
  }
  return 0;
}

/// One process for each subject, however many sides it has.
class Subjects {
 public:
  SubjectProcess& process(const Subject& subject) {
    for (const auto& [known, running] : running_) {
      if (known == subject) return *running;
    }
    running_.emplace_back(subject, std::make_unique<SubjectProcess>(subject));
    return *running_.back().second;
  }

 private:
  std::vector<std::pair<Subject, std::unique_ptr<SubjectProcess>>> running_;
};

struct Turn {
  SubjectProcess* process;
  std::string course;
  Part part;
  Samples* samples;
};

void take_turns(std::array<Turn, 3> turns, const Rounds& rounds) {
  for (int i = 0; i < (effort() == Effort::check ? 1 : warm_up_rounds); ++i) {
    for (const Turn& turn : turns)
      turn.process->run(turn.course);
  }
  std::minstd_rand random(1);
  const Clock::time_point end = Clock::now() + rounds.budget;
  for (int i = 0; i < rounds.most && (i < rounds.least || Clock::now() < end); ++i) {
    std::shuffle(turns.begin(), turns.end(), random);
    for (const Turn& turn : turns)
      turn.samples->add(part_of(turn.process->run(turn.course), turn.part));
  }
}

Paired measure(const Measurement& m) {
  Subjects subjects;
  Paired paired;
  const Side unit = m.unit.value_or(Side{m.measured.subject, "unit"});
  // The unit is a whole: only a floor is looked at in parts.
  take_turns({Turn{&subjects.process(m.measured.subject), m.measured.course, m.part, &paired.measured},
              Turn{&subjects.process(m.floor.subject), m.floor.course, m.part, &paired.floor},
              Turn{&subjects.process(unit.subject), unit.course, Part::total, &paired.unit}},
             m.many ? many_rounds() : some_rounds());
  return paired;
}

void run(benchmark::State& state, const Measurement& m) {
  for (auto _ : state) {
    try {
      const Paired paired = measure(m);
      state.SetIterationTime(static_cast<double>(paired.measured.quantile(0.5)) / 1e9);
      count(state, paired);
    } catch (const std::exception& error) {
      state.SkipWithError(error.what());
      return;
    }
  }
  if (m.target) state.counters[m.target->in_units ? "target_units" : "target_ratio"] = m.target->most;
  state.SetLabel(m.floor_name);
}

}  // namespace

void register_measurement(const Measurement& m) {
  benchmark::RegisterBenchmark(m.name.c_str(), [m](benchmark::State& state) { run(state, m); })
      ->Iterations(1)
      ->UseManualTime()
      ->Unit(benchmark::kMicrosecond);
}

void register_absence(const std::string& name, const std::string& reason) {
  benchmark::RegisterBenchmark(name.c_str(), [reason](benchmark::State& state) {
    state.SetLabel("absent");
    state.SkipWithError(reason.c_str());
    for (auto _ : state) {
    }
  })->Iterations(1);
}

}  // namespace bench
