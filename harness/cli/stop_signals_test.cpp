#include "cli/stop_signals.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>

#include "cli/test_command.hpp"

namespace harness {
namespace {

TEST(StopSignals, TheFirstAsksToStop) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    test_pipeline().stops = 0;
    const StopSignals signals(-1);
    EXPECT_FALSE(StopSignals::received());
    std::raise(signal);
    EXPECT_EQ(test_pipeline().stops, 1);
    EXPECT_TRUE(StopSignals::received());
  }
}

TEST(StopSignals, TheSecondEndsTheProcess) {
  EXPECT_EXIT(
      {
        const StopSignals signals(STDERR_FILENO);
        std::raise(SIGTERM);
        std::raise(SIGTERM);
      },
      testing::KilledBySignal(SIGTERM), "\x1b\\[\\?25h");
}

TEST(StopSignals, LeaveAnIgnoredSignalIgnored) {
  std::signal(SIGHUP, SIG_IGN);
  test_pipeline().stops = 0;
  {
    const StopSignals signals(-1);
    std::raise(SIGHUP);
  }
  EXPECT_EQ(test_pipeline().stops, 0);
  std::signal(SIGHUP, SIG_DFL);
}

TEST(StopSignals, RestoreWhatWasBefore) {
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGTERM, SIG_DFL);
  { const StopSignals signals(-1); }
  EXPECT_EQ(std::signal(SIGINT, SIG_DFL), SIG_IGN);
  EXPECT_EQ(std::signal(SIGTERM, SIG_DFL), SIG_DFL);
}

}  // namespace
}  // namespace harness
