#include "watch/shaker.hpp"

#include <gmock/gmock.h>

#include <vector>

namespace harness::watch {
namespace {

std::vector<std::int64_t> delays(std::uint64_t seed) {
  Shaker shaker(seed);
  std::vector<std::int64_t> all;
  for (int process = 0; process < 4; ++process) {
    for (int time = 0; time < 25; ++time)
      all.push_back(shaker.delay_us(process, Shaker::Moment::ends));
  }
  return all;
}

TEST(Shaker, BringsTheSameDelaysBackByTheSameSeed) {
  EXPECT_EQ(delays(7), delays(7));
  EXPECT_NE(delays(7), delays(8));
}

TEST(Shaker, DelaysSomeAndNeverForLong) {
  EXPECT_THAT(delays(1), testing::Contains(0));
  EXPECT_THAT(delays(1), testing::Contains(testing::Gt(0)));
  EXPECT_THAT(delays(1), testing::Each(testing::Lt(Shaker::longest_us)));
}

TEST(Shaker, GivesStopsBackInOrderOfTime) {
  Shaker shaker(1);
  shaker.hold({10, 1, 0}, 300);
  shaker.hold({11, 2, 0}, 200);
  shaker.hold({12, 3, 0}, 100);
  shaker.hold({10, 4, 0}, 150);  // it was held elsewhere before
  shaker.forget(12);
  EXPECT_EQ(shaker.next_due_us(), 150);
  EXPECT_FALSE(shaker.next(149));
  EXPECT_EQ(shaker.next(500)->status, 4);
  EXPECT_EQ(shaker.next(500)->task, 11);
  EXPECT_FALSE(shaker.next(500));
  EXPECT_FALSE(shaker.next_due_us());
}

}  // namespace
}  // namespace harness::watch
