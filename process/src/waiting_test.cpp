#include "waiting.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <exeunt/wait.hpp>

#include "descriptor.hpp"
#include "latch.hpp"

namespace exeunt::detail {
namespace {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

TEST(Deadline, IsNeverNegativeAndNeverOverflows) {
  EXPECT_EQ(Deadline().remaining(), std::nullopt);
  EXPECT_EQ(Deadline(nanoseconds::max()).remaining(), std::nullopt);
  EXPECT_EQ(Deadline(std::optional<nanoseconds>()).remaining(), std::nullopt);
  EXPECT_EQ(Deadline(nanoseconds::min()).remaining(), 0ns);
  EXPECT_EQ(Deadline(0ns).remaining(), 0ns);
  EXPECT_GT(Deadline(nanoseconds(1h)).remaining().value(), 59min);
  EXPECT_LE(Deadline(nanoseconds(1h)).remaining().value(), 1h);
}

TEST(Waiting, LatchIsReadyWhileItIsRaised) {
  const UniqueFd latch = make_latch("latch");
  EXPECT_FALSE(is_ready(latch.get()));
  raise_latch(latch.get());
  raise_latch(latch.get());
  EXPECT_TRUE(is_ready(latch.get()));
  lower_latch(latch.get());
  EXPECT_FALSE(is_ready(latch.get()));
}

TEST(Waiting, TellsWhichAreReadyInTheirOrder) {
  const UniqueFd first = make_latch("latch");
  const UniqueFd second = make_latch("latch");
  const std::vector<native_handle> all{second.get(), first.get(), second.get()};
  EXPECT_TRUE(wait(all, 0s).empty());
  EXPECT_TRUE(wait(all, -1s).empty());
  raise_latch(second.get());
  EXPECT_EQ(wait(all, 0s), (std::vector{second.get(), second.get()}));
  raise_latch(first.get());
  EXPECT_EQ(wait(all), all);
  EXPECT_TRUE(wait({}, 1ms).empty());
}

TEST(Waiting, ClosedHandleIsAnError) {
  native_handle closed = -1;
  EXPECT_THROW(wait({&closed, 1}, 0s), std::system_error);
  closed = 999;  // a number that nothing here has been given
  EXPECT_THROW(wait({&closed, 1}, 0s), std::system_error);
}

TEST(Waiting, LastsAsLongAsItsLimit) {
  const UniqueFd latch = make_latch("latch");
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE(wait_ready(latch.get(), Deadline(nanoseconds(20ms))));
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 20ms);
  sleep_for(10ms);
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 30ms);
  sleep_for(-1s);
  sleep_for(0s);
}

TEST(Descriptors, StayAboveStdio) {
  UniqueFd low(::dup(0));
  const UniqueFd high = above_stdio(std::move(low));
  EXPECT_GT(high.get(), 2);
  EXPECT_FALSE(above_stdio(UniqueFd()));
}

TEST(Descriptors, AreOwnedOnce) {
  UniqueFd latch = make_latch("latch");
  const native_handle handle = latch.get();
  UniqueFd other = std::move(latch);
  EXPECT_FALSE(latch);
  EXPECT_EQ(other.get(), handle);
  other = UniqueFd();
  EXPECT_FALSE(other);
}

}  // namespace
}  // namespace exeunt::detail
