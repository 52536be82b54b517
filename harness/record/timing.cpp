#include "record/timing.hpp"

#include <algorithm>
#include <cmath>

namespace harness {
namespace {

constexpr double sigma_of_deviation = 1.4826;  // of a normal distribution, from its median deviation
constexpr double sigmas_of_times = 6;
constexpr double least_ratio = 1.5;
constexpr double least_ms = 50;

}  // namespace

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

TimeNoise noise_of(std::span<const TimePair> pairs) {
  std::vector<double> logs;
  for (const TimePair& pair : pairs) {
    if (pair.first > 0 && pair.second > 0) logs.push_back(std::log(pair.second / pair.first));
  }
  const double middle = median(logs);
  std::vector<double> deviations;
  for (const double value : logs)
    deviations.push_back(std::abs(value - middle));
  const double spread = sigmas_of_times * sigma_of_deviation * median(deviations);
  return {std::exp(middle), std::max(std::exp(spread), least_ratio)};
}

bool beyond_noise(const TimePair& pair, const TimeNoise& noise) {
  if (pair.first <= 0 || pair.second <= 0) return false;
  const double ratio = pair.second / pair.first / noise.overall;
  if (ratio < noise.threshold && ratio > 1 / noise.threshold) return false;
  return std::abs(pair.second - pair.first * noise.overall) >= least_ms;
}

}  // namespace harness
