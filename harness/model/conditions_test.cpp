#include "model/conditions.hpp"

#include <gtest/gtest.h>

namespace harness {
namespace {

TEST(Version, ReadsTheNumbersAtTheFront) {
  EXPECT_EQ(parse_version("3.11.2"), (Version{{3, 11, 2}}));
  EXPECT_EQ(parse_version("3.13"), (Version{{3, 13, 0}}));
  EXPECT_EQ(parse_version("3.13.0rc1"), (Version{{3, 13, 0}}));
  EXPECT_EQ(parse_version("none"), std::nullopt);
}

TEST(Version, ComparesByNumberNotByText) {
  EXPECT_LT(*parse_version("3.9"), *parse_version("3.13"));
}

}  // namespace
}  // namespace harness
