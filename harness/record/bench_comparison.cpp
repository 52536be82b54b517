#include "record/bench_comparison.hpp"

#include <algorithm>
#include <cmath>

namespace harness {
namespace {

constexpr double quartiles_to_sigma = 1.349;  // their distance in standard deviations, of a normal one
constexpr double sigma_of_median = 1.2533;    // of a median of n values, times sigma / sqrt(n)
constexpr double p99_to_sigma = 2.326;        // its distance from the median
constexpr double sigmas_of_ratios = 3;
constexpr double least_resolution =
    1.03;  // two runs of the same differ by so much: other addresses, other pages
constexpr double largest_resolution = 1.25;  // coarser than this, nothing was learnt

// The standard deviation of a median, as a share of it.
double spread_of(const std::map<double, double>& quantiles, int samples) {
  const auto at = [&](double share) {
    const auto found = quantiles.find(share);
    return found == quantiles.end() ? 0.0 : found->second;
  };
  if (at(0.5) <= 0 || samples <= 0) return 0;
  // Where the quartiles are not told, the tail tells no less than the spread.
  const double sigma = at(0.75) > 0 ? (at(0.75) - at(0.25)) / quartiles_to_sigma
                                    : std::max(at(0.99) - at(0.5), 0.0) / p99_to_sigma;
  return sigma_of_median * sigma / std::sqrt(samples) / at(0.5);
}

double noise_of(const BenchMeasurement& m) {
  const double own = spread_of(m.quantiles, m.samples);
  const double floor = spread_of(m.floor_quantiles, m.samples);
  return own * own + floor * floor;
}

double reached(const BenchMeasurement& m) {
  return m.ratio_p50 > 0 ? m.ratio_p50 : m.units_p50;
}

BenchChange::Kind kind_of(double change, double resolution) {
  if (change >= resolution) return BenchChange::Kind::slower;
  if (change <= 1 / resolution) return BenchChange::Kind::faster;
  return resolution > largest_resolution ? BenchChange::Kind::hidden : BenchChange::Kind::same;
}

BenchChange change_between(const BenchMeasurement& first, const BenchMeasurement& second) {
  BenchChange change{.name = first.name, .first = reached(first), .second = reached(second)};
  change.change = change.second / change.first;
  change.resolution =
      std::max(std::exp(sigmas_of_ratios * std::sqrt(noise_of(first) + noise_of(second))), least_resolution);
  change.kind = kind_of(change.change, change.resolution);
  return change;
}

const BenchMeasurement* measured(const std::vector<BenchMeasurement>& all, const std::string& name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const BenchMeasurement& m) {
    return m.name == name && m.skipped.empty() && reached(m) > 0;
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::vector<BenchChange> bench_changes(const std::vector<BenchMeasurement>& first,
                                       const std::vector<BenchMeasurement>& second) {
  std::vector<BenchChange> changes;
  for (const BenchMeasurement& before : first) {
    if (measured(first, before.name) != &before) continue;
    if (const BenchMeasurement* after = measured(second, before.name)) {
      changes.push_back(change_between(before, *after));
    } else {
      changes.push_back(
          {.name = before.name, .kind = BenchChange::Kind::only_first, .first = reached(before)});
    }
  }
  for (const BenchMeasurement& after : second) {
    if (measured(second, after.name) != &after || measured(first, after.name) != nullptr) continue;
    changes.push_back({.name = after.name, .kind = BenchChange::Kind::only_second, .second = reached(after)});
  }
  return changes;
}

bool anything_slower(const std::vector<BenchChange>& changes) {
  return std::any_of(changes.begin(), changes.end(),
                     [](const BenchChange& change) { return change.kind == BenchChange::Kind::slower; });
}

}  // namespace harness
