#include "run/observation_of_report.hpp"

#include "watch/fates.hpp"

namespace harness {
namespace {

double milliseconds_of(std::int64_t us) {
  return static_cast<double>(us) / 1000.0;
}

}  // namespace

Observation observation_of(wire::RunReport report, std::span<const Emulator> emulators) {
  Observation seen;
  seen.level = report.level;
  seen.out = std::move(report.out);
  seen.err = std::move(report.err);
  seen.start_failure = std::move(report.start_failure);
  seen.stopped = report.stopped;
  for (Event& event : report.events)
    event.argv = without_emulator(std::move(event.argv), emulators);
  seen.processes = watch::fates_of(report);
  seen.events = std::move(report.events);
  if (seen.level == Level::root && seen.processes.size() > 1) seen.processes.resize(1);
  if (!sees_every_process(seen.level) && !seen.processes.empty())
    seen.processes.front().exec.reset();  // it may have become another
  seen.released = std::move(report.released);
  seen.output_holders = std::move(report.output_holders);
  seen.wall_ms = milliseconds_of(report.wall_us);
  seen.cpu_ms = milliseconds_of(report.cpu_us);
  return seen;
}

}  // namespace harness
