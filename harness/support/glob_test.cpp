#include "support/glob.hpp"

#include <gtest/gtest.h>

namespace harness {
namespace {

TEST(Glob, MatchesTheWholeText) {
  EXPECT_TRUE(glob_matches("exit/*", "exit/exit_child"));
  EXPECT_FALSE(glob_matches("exit/*", "no/exit/x"));
  EXPECT_FALSE(glob_matches("exit", "exit/x"));
  EXPECT_TRUE(glob_matches("*/x?z", "a/xyz"));
  EXPECT_FALSE(glob_matches("x?z", "xz"));
  EXPECT_TRUE(glob_matches("*a*b", "xaxbxb"));
  EXPECT_TRUE(glob_matches("**", ""));
}

}  // namespace
}  // namespace harness
