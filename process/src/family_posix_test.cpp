#include <unistd.h>

#include "patient_child.hpp"

// Parents and siblings as the system calls of POSIX see them (docs/semantics.md, part E).

namespace exeunt::testing {
namespace {

class FamilyPosix : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, FamilyPosix, ::testing::ValuesIn(all_start_methods()), name_of_method);

PROBE(FamilyPosix, ParentIsTheKernelsOwn) {
  Process child([] { say("%d\n", parent_process()->pid() == ::getppid()); });
  child.start();
  child.join();
}
CHECK(FamilyPosix, ParentIsTheKernelsOwn) {
  EXPECT_EQ(outcome.out, are_relayed(method) ? "0\n" : "1\n");
}

PROBE(FamilyPosix, SiblingIsNotOnesChild) {
  static Process* victim = nullptr;
  PatientChild waiting;
  victim = &waiting.process;
  waiting.process.start();
  const auto meddle = [] {
    try {
      victim->join();
    } catch (const AssertionError& error) {
      say("%s\n", error.what());
    }
    try {
      (void)victim->is_alive();
    } catch (const AssertionError& error) {
      say("%s\n", error.what());
    }
    say("%d\n", victim->exitcode().has_value());
    victim->terminate();
  };
  Process sibling([meddle] { meddle(); });
  sibling.start();
  sibling.join();
  waiting.process.join();
  say("%d %d\n", ended_with(sibling), ended_with(waiting.process));
}
TEST(ForkedProcess, SiblingIsNotOnesChild) {
  EXPECT_EQ(run_probe("FamilyPosix.SiblingIsNotOnesChild", StartMethod::fork).out,
            "can only join a child process\ncan only test a child process\n0\n0 -15\n");
}

}  // namespace
}  // namespace exeunt::testing
