#include "waiting.hpp"

#include <gtest/gtest.h>

#include <thread>

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

TEST(Waiting, ForMoreThanOneCallTakes) {
  std::vector<UniqueFd> latches;
  std::vector<native_handle> all;
  for (int i = 0; i < 200; ++i) {
    latches.push_back(make_latch("latch"));
    all.push_back(latches.back().get());
  }
  EXPECT_TRUE(wait(all, 1ms).empty());
  std::thread raiser([&all] {
    std::this_thread::sleep_for(5ms);
    raise_latch(all[150]);
  });
  EXPECT_EQ(wait(all), std::vector{all[150]});
  raiser.join();
  raise_latch(all[3]);
  EXPECT_EQ(wait(all), (std::vector{all[3], all[150]}));
}

TEST(Waiting, ClosedHandleIsAnError) {
  EXPECT_THROW(wait({&no_handle, 1}, 0s), std::system_error);
  native_handle closed = no_handle;
  {
    const UniqueFd latch = make_latch("latch");
    closed = latch.get();
    EXPECT_TRUE(wait({&closed, 1}, 0s).empty());  // and what the first wait opens is open
  }
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
