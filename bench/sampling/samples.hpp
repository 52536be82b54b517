#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bench {

/// Durations of one thing done over and over, in nanoseconds; every one of them is kept, so quantiles are
/// exact.
class Samples {
 public:
  void add(std::int64_t nanoseconds);
  std::size_t size() const { return values_.size(); }

  /// The smallest sample that at least the share `q` of the samples does not exceed (nearest rank).
  /// @param q  0 to 1.
  /// @return  nanoseconds; 0 where there is no sample.
  std::int64_t quantile(double q) const;

 private:
  mutable std::vector<std::int64_t> values_;
  mutable bool sorted_ = true;
};

/// a.quantile(q) / b.quantile(q); 0 where b has none or it is 0.
double ratio_of_quantiles(const Samples& a, const Samples& b, double q);

}  // namespace bench
