#include "watch/launcher/ending.hpp"

#include <gtest/gtest.h>

#include <csignal>

namespace harness::launcher {
namespace {

TEST(Ending, IsWhatWaitTells) {
  EXPECT_EQ(ending_of(exited_with(0)), "exit 0");
  EXPECT_EQ(ending_of(exited_with(255)), "exit 255");
  EXPECT_EQ(ending_of(SIGTERM), "signal SIGTERM");
  EXPECT_EQ(ending_of(SIGSEGV | 0x80), "signal SIGSEGV") << "with a core";
  EXPECT_EQ(ending_of(SIGWINCH), "signal SIG" + std::to_string(SIGWINCH));
}

TEST(EndingDeathTest, IsPassedOn) {
  EXPECT_EXIT(std::_Exit(end_with(exited_with(7))), testing::ExitedWithCode(7), "");
  EXPECT_EXIT(std::_Exit(end_with(SIGKILL)), testing::KilledBySignal(SIGKILL), "");
  EXPECT_EXIT(
      {
        std::signal(SIGTERM, SIG_IGN);
        std::_Exit(end_with(SIGTERM));
      },
      testing::KilledBySignal(SIGTERM), "");
}

}  // namespace
}  // namespace harness::launcher
