#include "run/shim_world.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <cerrno>
#include <filesystem>

namespace harness {
namespace {

bool is_there(const StartedShim& shim) {
  return ::kill(shim.process.pid, 0) == 0;
}

void wait_until_ended(pid_t pid) {
  siginfo_t info{};
  while (::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR) {
  }
}

TEST(ShimWorld, HandsOutTheFirstShimAndThenOthers) {
  ShimWorld world(false);
  EXPECT_TRUE(world.host().trouble.empty());
  StartedShim first = world.start();
  StartedShim second = world.start();
  EXPECT_NE(first.process.pid, second.process.pid);
  EXPECT_TRUE(is_there(first));
  EXPECT_TRUE(is_there(second));
  world.let_end(std::move(first));
  world.let_end(std::move(second));
}

TEST(ShimWorld, WhatIsLetEndEndsWhileTheOthersStay) {
  ShimWorld world(false);
  StartedShim ending = world.start();
  StartedShim staying = world.start();
  const pid_t pid = ending.process.pid;
  world.let_end(std::move(ending));
  wait_until_ended(pid);
  EXPECT_TRUE(is_there(staying));
  world.let_end(std::move(staying));
}

TEST(ShimWorld, LeavesNoProcess) {
  {
    ShimWorld world(false);
    for (int i = 0; i < 40; ++i)
      world.let_end(world.start());
    const ShimWorld unused(false);
  }
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

}  // namespace
}  // namespace harness
