#include "cli/stop_signals.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>

namespace harness {
namespace {

int stops = 0;
void count_stop() noexcept {
  ++stops;
}

TEST(StopSignals, TheFirstAsksToStop) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    stops = 0;
    const StopSignals signals(count_stop);
    EXPECT_FALSE(StopSignals::received());
    std::raise(signal);
    EXPECT_EQ(stops, 1);
    EXPECT_TRUE(StopSignals::received());
  }
}

TEST(StopSignals, TheSecondEndsTheProcess) {
  EXPECT_EXIT(
      {
        const StopSignals signals(count_stop);
        StopSignals::show_cursor_on(STDERR_FILENO);
        std::raise(SIGTERM);
        std::raise(SIGTERM);
      },
      testing::KilledBySignal(SIGTERM), "\x1b\\[\\?25h");
}

TEST(StopSignals, LeaveAnIgnoredSignalIgnored) {
  std::signal(SIGHUP, SIG_IGN);
  stops = 0;
  {
    const StopSignals signals(count_stop);
    std::raise(SIGHUP);
  }
  EXPECT_EQ(stops, 0);
  std::signal(SIGHUP, SIG_DFL);
}

TEST(StopSignals, RestoreWhatWasBefore) {
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGTERM, SIG_DFL);
  { const StopSignals signals(count_stop); }
  EXPECT_EQ(std::signal(SIGINT, SIG_DFL), SIG_IGN);
  EXPECT_EQ(std::signal(SIGTERM, SIG_DFL), SIG_DFL);
}

}  // namespace
}  // namespace harness
