#include <signal.h>

#include "patient_child.hpp"

// interrupt(), terminate() and kill() where they are signals (docs/semantics.md, part E).

namespace exeunt::testing {
namespace {

class ProcessPosix : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, ProcessPosix, ::testing::ValuesIn(all_start_methods()), name_of_method);

TEST_P(ProcessPosix, SignalsAreTheExitcode) {
  PatientChild terminated;
  terminated.process.start();
  terminated.process.terminate();
  terminated.process.join();
  EXPECT_EQ(terminated.process.exitcode(), -SIGTERM);
  PatientChild killed;
  killed.process.start();
  killed.process.kill();
  killed.process.join();
  EXPECT_EQ(killed.process.exitcode(), -SIGKILL);
  killed.process.kill();
  EXPECT_EQ(killed.process.exitcode(), -SIGKILL);
}

TEST_P(ProcessPosix, InterruptIsAnErrorThatAChildMayCatch) {
  const auto wait_for_interrupt = [](Event up, Event never, int status) {
    try {
      up.set();
      never.wait();
    } catch (const KeyboardInterrupt&) {
      if (status != 0) exeunt::exit(status);
    }
  };
  for (const int status : {0, 7}) {
    Event up;
    Process child(wait_for_interrupt, up, Event(), status);
    child.start();
    up.wait();
    child.interrupt();
    child.join();
    EXPECT_EQ(child.exitcode(), status);
  }
}

TEST_P(ProcessPosix, InterruptDoesNotWait) {
  Event up;
  Event go;
  Process child(
      [](Event ready, Event end) {
        ::signal(SIGINT, SIG_IGN);
        ready.set();
        end.wait();
      },
      up, go);
  child.start();
  up.wait();
  child.interrupt();
  EXPECT_TRUE(child.is_alive());
  go.set();
  child.join();
  EXPECT_EQ(child.exitcode(), 0);
}

TEST_P(ProcessPosix, InterruptAfterTheEndDoesNothing) {
  Process child([] { exeunt::exit(3); });
  child.start();
  wait(std::vector{child.sentinel()});
  child.interrupt();
  EXPECT_EQ(child.exitcode(), 3);
  child.interrupt();
  EXPECT_EQ(child.exitcode(), 3);
}

TEST_P(ProcessPosix, TerminateDoesNotWait) {
  Event ready;
  Event go;
  Process child(
      [](Event up, Event end) {
        ::signal(SIGTERM, [](int) {});
        up.set();
        end.wait();
        exeunt::exit(21);
      },
      ready, go);
  child.start();
  ready.wait();
  child.terminate();
  EXPECT_TRUE(child.is_alive());
  go.set();
  child.join();
  EXPECT_EQ(child.exitcode(), 21);
}

/// What a closure holds is its own until it returns, whatever it does with its process object.
TEST(ProcessPosixFork, AChildThatClosesItsObjectKeepsItsClosure) {
  set_start_method(StartMethod::fork, true);
  const std::string text(1000, 'x');
  EXPECT_EQ(status_of(Process([held = text, text] {
              current_process().close();
              exeunt::exit(held == text ? 5 : 6);
            })),
            5);
}

TEST_P(ProcessPosix, PidIsTheKernels) {
  PatientChild child;
  child.process.start();
  EXPECT_EQ(::kill(*child.process.pid(), 0), 0);
  child.go.set();
  child.process.join();
}

}  // namespace
}  // namespace exeunt::testing
