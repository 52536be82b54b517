#include "run/pacing.hpp"

#include <gtest/gtest.h>

namespace harness {
namespace {

int admitted_at_once(Pacing& pacing, const std::string& kind, std::int64_t now_us) {
  int count = 0;
  while (count < 10'000 && pacing.delay_us(now_us) == 0) {
    pacing.started(kind, now_us);
    ++count;
  }
  return count;
}

TEST(Pacing, LetsSleepersOverlap) {
  Pacing pacing(2);
  for (int i = 0; i < 40; ++i)
    pacing.finished("sleeper", 1);
  EXPECT_GT(admitted_at_once(pacing, "sleeper", 0), 5'000);
}

TEST(Pacing, HoldsBackWhatComputes) {
  Pacing pacing(2);
  for (int i = 0; i < 40; ++i)
    pacing.finished("python", 100'000);
  EXPECT_LE(admitted_at_once(pacing, "python", 0), 2);
}

TEST(Pacing, AdmitsAsMuchAsTheProcessorsCanDo) {
  Pacing pacing(2);
  for (int i = 0; i < 40; ++i)
    pacing.finished("python", 100'000);
  int runs = 0;
  for (std::int64_t now = 0; now < 1'000'000; now += 1000)
    runs += admitted_at_once(pacing, "python", now);
  EXPECT_GE(runs, 19);  // two processors for a second, 0.1 s each
  EXPECT_LE(runs, 22);
}

TEST(Pacing, SaysHowLongToWait) {
  Pacing pacing(1);
  for (int i = 0; i < 40; ++i)
    pacing.finished("python", 100'000);
  pacing.started("python", 0);
  const std::int64_t delay = pacing.delay_us(0);
  EXPECT_GT(delay, 0);
  EXPECT_EQ(pacing.delay_us(delay), 0);
}

}  // namespace
}  // namespace harness
