#include "support/closest.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace harness {
namespace {

const std::vector<std::string> chapters{"exit/*", "join/*", "orphans/*"};

TEST(Closest, FindsTheTypingMistake) {
  EXPECT_EQ(closest("jion/*", chapters), "join/*");
}

TEST(Closest, IsSilentWhenNothingIsNear) {
  EXPECT_EQ(closest("something else", chapters), std::nullopt);
}

}  // namespace
}  // namespace harness
