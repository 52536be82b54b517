#include "sampling/samples.hpp"

#include <algorithm>
#include <cmath>

namespace bench {

void Samples::add(std::int64_t nanoseconds) {
  values_.push_back(nanoseconds);
  sorted_ = false;
}

std::int64_t Samples::quantile(double q) const {
  if (values_.empty()) return 0;
  if (!sorted_) std::sort(values_.begin(), values_.end());
  sorted_ = true;
  const auto count = static_cast<double>(values_.size());
  const double rank = std::clamp(std::ceil(q * count), 1.0, count);
  return values_[static_cast<std::size_t>(rank) - 1];
}

double ratio_of_quantiles(const Samples& a, const Samples& b, double q) {
  const std::int64_t divisor = b.quantile(q);
  return divisor == 0 ? 0 : static_cast<double>(a.quantile(q)) / static_cast<double>(divisor);
}

}  // namespace bench
