#include "sampling/samples.hpp"

#include <gtest/gtest.h>

namespace bench {
namespace {

Samples one_to(int last) {
  Samples samples;
  for (int i = last; i >= 1; --i)
    samples.add(i);
  return samples;
}

TEST(Samples, QuantilesAreNearestRanks) {
  const Samples samples = one_to(1000);
  EXPECT_EQ(samples.quantile(0.5), 500);
  EXPECT_EQ(samples.quantile(0.99), 990);
  EXPECT_EQ(samples.quantile(0.999), 999);
}

TEST(Samples, EndsAreTheSmallestAndTheLargest) {
  const Samples samples = one_to(7);
  EXPECT_EQ(samples.quantile(0), 1);
  EXPECT_EQ(samples.quantile(1), 7);
}

TEST(Samples, OfAnEvenNumberTheLowerMiddle) {
  EXPECT_EQ(one_to(4).quantile(0.5), 2);
}

TEST(Samples, MayGrowAfterBeingAsked) {
  Samples samples = one_to(3);
  EXPECT_EQ(samples.quantile(1), 3);
  samples.add(2);
  samples.add(9);
  EXPECT_EQ(samples.quantile(1), 9);
  EXPECT_EQ(samples.quantile(0.5), 2);
}

TEST(Samples, NoneIsZero) {
  EXPECT_EQ(Samples().quantile(0.5), 0);
}

TEST(Samples, RatioIsOfEqualQuantiles) {
  Samples doubled;
  for (int i = 1; i <= 10; ++i)
    doubled.add(2 * i);
  EXPECT_DOUBLE_EQ(ratio_of_quantiles(doubled, one_to(10), 0.5), 2);
  EXPECT_DOUBLE_EQ(ratio_of_quantiles(doubled, Samples(), 0.5), 0);
}

}  // namespace
}  // namespace bench
