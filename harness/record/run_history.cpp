#include "record/run_history.hpp"

#include <algorithm>
#include <map>

#include "record/timing.hpp"

namespace harness {
namespace {

bool is_skipped(const PastRun& run) {
  return run.verdict == Verdict::skip;
}

PastRecord record_of(const std::vector<const PastRun*>& runs) {
  PastRecord record{runs.front()->started, Outcomes::skipped, 0};
  std::size_t ran = 0;
  std::size_t bad = 0;
  std::vector<double> times;
  for (const PastRun* run : runs) {
    if (is_skipped(*run)) continue;
    ++ran;
    bad += is_wrong(run->verdict) ? 1 : 0;
    times.push_back(run->wall_ms);
  }
  record.median_ms = median(times);
  if (ran > 0)
    record.outcomes = bad == 0 ? Outcomes::passed : bad == ran ? Outcomes::failed : Outcomes::mixed;
  return record;
}

void add_records(RunHistory& history, const std::vector<PastRun>& runs) {
  std::vector<const PastRun*> together;
  for (const PastRun& run : runs) {
    if (!together.empty() && together.front()->record != run.record) {
      history.records.push_back(record_of(together));
      together.clear();
    }
    together.push_back(&run);
  }
  if (!together.empty()) history.records.push_back(record_of(together));
}

// Runs of the same suite and version should come out alike: those that do not are told from the others.
double flake_rate_of(const std::vector<PastRun>& runs) {
  struct Counts {
    std::size_t good = 0;
    std::size_t bad = 0;
  };
  std::map<std::pair<std::string, std::string>, Counts> alike;
  std::size_t total = 0;
  for (const PastRun& run : runs) {
    if (is_skipped(run)) continue;
    Counts& counts = alike[{run.suite, run.version}];
    ++(is_wrong(run.verdict) ? counts.bad : counts.good);
    ++total;
  }
  std::size_t flakes = 0;
  for (const auto& [what, counts] : alike)
    flakes += std::min(counts.good, counts.bad);
  return total == 0 ? 0 : static_cast<double>(flakes) / static_cast<double>(total);
}

// From the latest run back: the beginning of the failures it belongs to, or the last failure before it.
void find_bad(RunHistory& history, const std::vector<PastRun>& runs) {
  const auto latest = std::find_if_not(runs.rbegin(), runs.rend(), is_skipped);
  if (latest == runs.rend()) return;
  history.still_failing = is_wrong(latest->verdict);
  for (auto run = latest; run != runs.rend(); ++run) {
    if (is_skipped(*run)) continue;
    if (is_wrong(run->verdict)) history.bad = *run;
    const bool found = history.still_failing ? !is_wrong(run->verdict) : history.bad.has_value();
    if (found) return;
  }
}

}  // namespace

std::string_view to_string(Outcomes outcomes) {
  switch (outcomes) {
    case Outcomes::passed:
      return "passed";
    case Outcomes::failed:
      return "failed";
    case Outcomes::mixed:
      return "mixed";
    case Outcomes::skipped:
      return "skipped";
  }
  return {};
}

RunHistory history_of(const RunKey& key, const std::vector<PastRun>& runs) {
  RunHistory history;
  history.key = key;
  add_records(history, runs);
  for (const PastRun& run : runs) {
    history.runs += is_skipped(run) ? 0 : 1;
    history.failed += is_wrong(run.verdict) ? 1 : 0;
  }
  history.flake_rate = flake_rate_of(runs);
  find_bad(history, runs);
  return history;
}

}  // namespace harness
