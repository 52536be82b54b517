#include "run/surroundings.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

using testing::Contains;
using testing::Not;
using testing::StartsWith;

TEST(Surroundings, AreTheSameEverywhere) {
  ::setenv("PYTHONUNBUFFERED", "1", 1);
  ::setenv("LD_LIBRARY_PATH", "/x", 1);
  const auto env = surroundings({});
  EXPECT_THAT(env, Contains("LC_ALL=C.UTF-8"));
  EXPECT_THAT(env, Contains("TZ=UTC"));
  EXPECT_THAT(env, Not(Contains(StartsWith("PYTHON"))));
  EXPECT_THAT(env, Not(Contains(StartsWith("LD_"))));
}

TEST(Surroundings, WhatIsAddedWins) {
  const auto env = surroundings({"TZ=Asia/Tokyo", "A=1", "A=2"});
  EXPECT_THAT(env, Contains("TZ=Asia/Tokyo"));
  EXPECT_THAT(env, Not(Contains("TZ=UTC")));
  EXPECT_THAT(env, Not(Contains("A=1")));
}

}  // namespace
}  // namespace harness
