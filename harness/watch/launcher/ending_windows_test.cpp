#include "watch/launcher/ending_windows.hpp"

#include <gtest/gtest.h>

#include <csignal>

#include "watch/launcher/ending.hpp"

namespace harness::watch {
namespace {

TEST(Ending, NamesTheSignalsThatStatusesStandFor) {
  EXPECT_EQ(to_string(ending_of_status(0x10000)), "signal SIGTERM");
  EXPECT_EQ(to_string(ending_of_status(0xC000013A)), "signal SIGINT");
  EXPECT_EQ(to_string(ending_of_status(0xC0000005)), "exit 3221225477");
  EXPECT_EQ(to_string(ending_of_status(263)), "exit 263");
}

TEST(Ending, IsPassedOnWithAllItsBits) {
  for (const DWORD status : {0UL, 263UL, 0x10000UL, 0xC000013AUL, 0xC0000005UL})
    EXPECT_EQ(static_cast<DWORD>(end_with(passed_on(ending_of_status(status), false))), status);
}

TEST(Ending, IsNoSuccessToAUnixProgramWhereItIsNone) {
  EXPECT_EQ(passed_on(Exited{256}, true), Ending(Exited{255}));
  EXPECT_EQ(passed_on(Killed{SIGTERM}, true), Ending(Exited{255}));
  EXPECT_EQ(passed_on(Killed{SIGINT}, true), Ending(Killed{SIGINT}));
  EXPECT_EQ(passed_on(Exited{263}, true), Ending(Exited{263}));
  EXPECT_EQ(passed_on(Exited{0}, true), Ending(Exited{0}));
}

}  // namespace
}  // namespace harness::watch
