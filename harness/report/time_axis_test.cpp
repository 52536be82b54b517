#include "report/time_axis.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

std::vector<std::string> labels(double end_ms, int most) {
  std::vector<std::string> texts;
  for (const Tick& tick : ticks(end_ms, most))
    texts.push_back(tick.label);
  return texts;
}

TEST(TimeAxis, HasNiceSteps) {
  EXPECT_THAT(labels(180, 6), testing::ElementsAre("0", "50 ms", "100 ms", "150 ms"));
  EXPECT_THAT(labels(1, 6), testing::ElementsAre("0", "0.2 ms", "0.4 ms", "0.6 ms", "0.8 ms", "1 ms"));
  EXPECT_THAT(labels(61'000, 4), testing::ElementsAre("0", "50 s"));
  EXPECT_THAT(labels(2500, 6), testing::ElementsAre("0", "0.5 s", "1 s", "1.5 s", "2 s", "2.5 s"));
}

TEST(TimeAxis, NeverHasMoreTicksThanAskedFor) {
  for (double end = 0.001; end < 1e8; end *= 1.37) {
    for (int most = 2; most < 20; ++most) {
      const std::vector<Tick> axis = ticks(end, most);
      EXPECT_LE(axis.size(), static_cast<std::size_t>(most)) << end;
      EXPECT_GE(axis.size(), 1U);
      EXPECT_LE(axis.back().t_ms, end * (1 + 1e-9));
    }
  }
}

}  // namespace
}  // namespace harness
