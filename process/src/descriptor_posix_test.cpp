#include "descriptor_posix.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

namespace exeunt::detail {
namespace {

TEST(Descriptors, StayAboveStdio) {
  UniqueFd low(::dup(0));
  const UniqueFd high = above_stdio(std::move(low));
  EXPECT_GT(high.get(), 2);
  EXPECT_FALSE(above_stdio(UniqueFd()));
}

}  // namespace
}  // namespace exeunt::detail
