#include "run/fork_shim.hpp"

#include <gtest/gtest.h>
#include <seccomp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <iostream>
#include <string>

#include "run/ask_shim.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

void refuse_mounts() {
  const scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ALLOW);
  const bool refused = filter != nullptr &&
                       ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(mount), 0) == 0 &&
                       ::seccomp_load(filter) == 0;
  if (!refused) ::_exit(99);
}

// Ends with status 0 when there is neither a shim nor a process left of one.
[[noreturn]] void try_to_fork_a_shim_without_mounts() {
  refuse_mounts();
  try {
    ShimProcess shim = fork_shim(true, {}, false);
    (void)ask_shim(shim);
    ::_exit(1);
  } catch (const CannotJudge& error) {
    std::cerr << error.what();
  }
  ::_exit(::waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD ? 0 : 2);
}

TEST(ForkShimDeathTest, ItsGreetingTellsWhatFailedInIt) {
  EXPECT_EXIT(try_to_fork_a_shim_without_mounts(), testing::ExitedWithCode(0),
              "cannot start a shim: (make mounts private|clone): ");
}

TEST(ForkShim, WaitsForOrdersUntilItsSocketEnds) {
  std::string base = testing::TempDir() + "XXXXXX";
  ASSERT_NE(::mkdtemp(base.data()), nullptr);
  ShimProcess shim = fork_shim(false, base, true);
  EXPECT_FALSE(ask_shim(shim).first_process);
  EXPECT_EQ(::waitpid(shim.pid, nullptr, WNOHANG), 0);
  EXPECT_EQ(end_shim(shim), 0);
  EXPECT_EQ(::rmdir(base.c_str()), 0) << "something is left in it";
}

}  // namespace
}  // namespace harness
