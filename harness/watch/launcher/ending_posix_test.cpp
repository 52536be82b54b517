#include <gtest/gtest.h>

#include <csignal>

#include "watch/launcher/ending.hpp"

namespace harness::watch {
namespace {

TEST(Ending, NamesTheSignalsThatEveryUnixHas) {
  EXPECT_EQ(to_string(ending_of(7 << 8)), "exit 7");
  EXPECT_EQ(to_string(ending_of(SIGTERM)), "signal SIGTERM");
  EXPECT_EQ(to_string(ending_of(SIGSEGV | 0x80)), "signal SIGSEGV") << "with a core";
  EXPECT_EQ(to_string(ending_of(SIGWINCH)), "signal SIG" + std::to_string(SIGWINCH));
  EXPECT_EQ(parse_ending("signal SIGUSR1"), Ending(Killed{SIGUSR1}));
}

TEST(EndingDeathTest, IsPassedOn) {
  EXPECT_EXIT(std::_Exit(end_with(Exited{7})), testing::ExitedWithCode(7), "");
  EXPECT_EXIT(std::_Exit(end_with(Killed{SIGKILL})), testing::KilledBySignal(SIGKILL), "");
  EXPECT_EXIT(
      {
        std::signal(SIGTERM, SIG_IGN);
        std::_Exit(end_with(Killed{SIGTERM}));
      },
      testing::KilledBySignal(SIGTERM), "");
}

}  // namespace
}  // namespace harness::watch
