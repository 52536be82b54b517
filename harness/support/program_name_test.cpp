#include "support/program_name.hpp"

#include <gtest/gtest.h>

namespace harness {
namespace {

TEST(ProgramName, IsTheLastPartOfAPath) {
  EXPECT_EQ(program_name("/usr/bin/sleep"), "sleep");
  EXPECT_EQ(program_name("sleep"), "sleep");
  EXPECT_EQ(program_name("/usr/"), "");
  EXPECT_EQ(program_name("Z:\\bin\\p.exe"), "p.exe");
  EXPECT_EQ(program_name("z:/bin/p.exe"), "p.exe");
}

TEST(ProgramName, MayHoldABackslash) {
  EXPECT_EQ(program_name("/bin/a\\b"), "a\\b");
  EXPECT_EQ(program_name("Z:"), "Z:");
  EXPECT_EQ(program_name("9:\\b"), "9:\\b");
}

}  // namespace
}  // namespace harness
