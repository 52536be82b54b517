#include "report/time_axis.hpp"

#include <cmath>

#include "support/format.hpp"

namespace harness {
namespace {

constexpr double longest_in_ms = 2000;
constexpr double enough = 1e-9;  // what rounding may take from a whole number of steps

double nice_step(double end_ms, int most) {
  const double least = end_ms / (most - 1);
  double step = std::pow(10, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
    if (factor * step >= least * (1 - enough)) return factor * step;
  }
  return 10 * step;
}

std::string label_of(double t_ms, bool seconds) {
  if (t_ms == 0) return "0";
  return seconds ? harness::format("{:g} s", t_ms / 1000) : harness::format("{:g} ms", t_ms);
}

}  // namespace

std::vector<Tick> ticks(double end_ms, int most) {
  const double step = nice_step(end_ms, most);
  const auto count = static_cast<int>(std::floor(end_ms / step + enough));
  std::vector<Tick> axis;
  for (int i = 0; i <= count; ++i)
    axis.push_back({step * i, label_of(step * i, end_ms >= longest_in_ms)});
  return axis;
}

}  // namespace harness
