#include "program/counters.hpp"

#include <array>
#include <string>
#include <utility>

namespace bench {
namespace {

// Enough to draw the distribution by.
constexpr std::array<std::pair<const char*, double>, 10> quantiles{{{"p01", 0.01},
                                                                    {"p10", 0.10},
                                                                    {"p25", 0.25},
                                                                    {"p50", 0.50},
                                                                    {"p75", 0.75},
                                                                    {"p90", 0.90},
                                                                    {"p95", 0.95},
                                                                    {"p99", 0.99},
                                                                    {"p999", 0.999},
                                                                    {"max", 1.0}}};

void count_quantiles(benchmark::State& state, const Samples& samples, const std::string& whose) {
  for (const auto& [name, q] : quantiles)
    state.counters[whose + name + "_us"] = static_cast<double>(samples.quantile(q)) / 1e3;
}

}  // namespace

void count(benchmark::State& state, const Paired& paired) {
  count_quantiles(state, paired.measured, "");
  state.counters["samples"] = static_cast<double>(paired.measured.size());
  if (paired.floor.size() != 0) {
    count_quantiles(state, paired.floor, "floor_");
    state.counters["ratio_p50"] = ratio_of_quantiles(paired.measured, paired.floor, 0.5);
    state.counters["ratio_p10"] = ratio_of_quantiles(paired.measured, paired.floor, 0.1);
  }
  if (paired.unit.size() != 0) {
    state.counters["unit_p50_us"] = static_cast<double>(paired.unit.quantile(0.5)) / 1e3;
    state.counters["units_p50"] = ratio_of_quantiles(paired.measured, paired.unit, 0.5);
    state.counters["units_p10"] = ratio_of_quantiles(paired.measured, paired.unit, 0.1);
  }
}

}  // namespace bench
