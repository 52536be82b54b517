#include <signal.h>

#include "probe.hpp"

// What of a status, and of a signal, a POSIX system keeps (docs/semantics.md, part C).

namespace exeunt::testing {
namespace {

class ExitPosix : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, ExitPosix, ::testing::ValuesIn(all_start_methods()), name_of_method);

TEST_P(ExitPosix, StatusWrapsModulo256) {
  const auto leave = [](int status) { exeunt::exit(status); };
  EXPECT_EQ(status_of(Process(leave, 255)), 255);
  EXPECT_EQ(status_of(Process(leave, 256)), 0);
  EXPECT_EQ(status_of(Process(leave, 263)), 7);
  EXPECT_EQ(status_of(Process(leave, -1)), 255);
  EXPECT_EQ(status_of(Process(leave, -15)), 241);
}

TEST_P(ExitPosix, OsExitWrapsToo) {
  const auto leave = [](int status) { os_exit(status); };
  EXPECT_EQ(status_of(Process(leave, 300)), 44);
  EXPECT_EQ(status_of(Process(leave, -1)), 255);
}

TEST_P(ExitPosix, KillIsMinusItsSignal) {
  EXPECT_EQ(status_of(Process([] { ::raise(SIGKILL); })), -SIGKILL);
  EXPECT_EQ(status_of(Process([] { ::raise(SIGTERM); })), -SIGTERM);
  EXPECT_EQ(status_of(Process([] { exeunt::exit(143); })), 143);
}

PROBE(ExitPosix, MainStatusIsItsOwn) {
  Process child([] { exeunt::exit(9); });
  child.start();
  exeunt::exit(263);
}
CHECK(ExitPosix, MainStatusIsItsOwn) {
  EXPECT_EQ(outcome.status, 7);
}

PROBE(ExitPosix, KillOfMainOrphans) {
  Process child([] {
    parent_process()->join();
    say("orphan\n");
  });
  child.start();
  ::raise(SIGKILL);
}
CHECK(ExitPosix, KillOfMainOrphans) {
  EXPECT_EQ(outcome.status, -SIGKILL);
  EXPECT_EQ(outcome.out, "orphan\n");
}

}  // namespace
}  // namespace exeunt::testing
