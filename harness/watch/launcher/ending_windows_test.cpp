#include "watch/launcher/ending.hpp"

#include <gtest/gtest.h>

namespace harness::launcher {
namespace {

TEST(Ending, NamesTheSignalsThatStatusesStandFor) {
  EXPECT_EQ(ending_of(0x10000), "signal SIGTERM");
  EXPECT_EQ(ending_of(0xC000013A), "signal SIGINT");
  EXPECT_EQ(ending_of(0xC0000005), "exit 3221225477");
  EXPECT_EQ(ending_of(263), "exit 263");
}

}  // namespace
}  // namespace harness::launcher
