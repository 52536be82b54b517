#include <signal.h>

#include <thread>

#include "probe.hpp"

// SIGINT as KeyboardInterrupt.

namespace exeunt::testing {
namespace {

using namespace std::chrono_literals;

class Signals : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, Signals, ::testing::ValuesIn(all_start_methods()), name_of_method);

PROBE(Signals, InterruptInMainKillsItAfterTheWait) {
  Event go;
  Process child(
      [](Event end) {
        end.wait();
        say("child\n");
      },
      go);
  child.start();
  at_exit([go]() mutable { go.set(); });
  std::printf("about to be interrupted\n");
  ::raise(SIGINT);
  child.join();
  say("never\n");
}
CHECK(Signals, InterruptInMainKillsItAfterTheWait) {
  EXPECT_EQ(outcome.out, "about to be interrupted\nchild\n");
  EXPECT_EQ(outcome.err, "KeyboardInterrupt\n");
  EXPECT_EQ(outcome.status, interrupted_exitcode);
}

PROBE(Signals, InterruptIsThrownAtTheEndAtLast) {
  ::raise(SIGINT);
}
CHECK(Signals, InterruptIsThrownAtTheEndAtLast) {
  EXPECT_EQ(outcome.err, "KeyboardInterrupt\n");
  EXPECT_EQ(outcome.status, interrupted_exitcode);
}

PROBE(Signals, SecondInterruptKills) {
  at_exit([] { say("never\n"); });
  ::raise(SIGINT);
  ::raise(SIGINT);
  say("never\n");
}
CHECK(Signals, SecondInterruptKills) {
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.status, interrupted_exitcode);
}

/// Every blocking call, interrupted while it waits by a thread of its own process.
PROBE(Signals, InterruptLeavesEveryBlockingCall) {
  Event never;
  Pipe silent;
  Pipe full;
  Process child([](Event end) { end.wait(); }, never);
  child.start();
  const native_handle sentinel = child.sentinel();
  const std::function<void()> calls[] = {
      [&] { child.join(); },
      [&] { child.join_for(1000s); },
      [&] { never.wait(); },
      [&] { never.wait_for(1000s); },
      [&] { silent.receive(); },
      [&] {
        wait({&sentinel, 1});
      },
      [&] { sleep_for(1000s); },
      [&] {
        for (;;)
          full.send(std::string(30'000, 'x'));
      },
  };
  for (const auto& call : calls) {
    std::thread interrupter([] {
      std::this_thread::sleep_for(5ms);
      interrupt_own_process();
    });
    try {
      call();
      say("returned\n");
    } catch (const KeyboardInterrupt&) {
      say("interrupted\n");
    }
    interrupter.join();
  }
  never.set();
}
CHECK(Signals, InterruptLeavesEveryBlockingCall) {
  std::string expected;
  for (int i = 0; i < 8; ++i)
    expected += "interrupted\n";
  EXPECT_EQ(outcome.out, expected);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.status, 0);
}

PROBE(Signals, ParentsInterruptIsNotTheChilds) {
  ::raise(SIGINT);
  Process child([] { sleep_for(1ms); });
  child.start();
  try {
    child.join();
  } catch (const KeyboardInterrupt&) {
  }
  child.join();
  say("%d\n", ended_with(child));
}
CHECK(Signals, ParentsInterruptIsNotTheChilds) {
  EXPECT_EQ(outcome.out, "0\n");
  EXPECT_EQ(outcome.err, "");
}

PROBE(Signals, OtherThreadsAreNotInterrupted) {
  Event never;
  bool waited = false;
  std::thread other([&] { waited = !never.wait_for(50ms); });
  ::raise(SIGINT);
  other.join();
  try {
    sleep_for(1s);
  } catch (const KeyboardInterrupt&) {
    say("main %d\n", waited);
  }
}
CHECK(Signals, OtherThreadsAreNotInterrupted) {
  EXPECT_EQ(outcome.out, "main 1\n");
}

PROBE(Signals, OwnHandlerIsLeftAlone) {
  ::signal(SIGINT, [](int) {});
  Pipe up;
  Process child(
      [](Pipe ready) {
        ready.send("x");
        sleep_for(50ms);
      },
      up);
  child.start();
  up.receive();
  ::raise(SIGINT);
  sleep_for(1ms);
  child.join();
  say("%d\n", ended_with(child));
}
CHECK(Signals, OwnHandlerIsLeftAlone) {
  EXPECT_EQ(outcome.out, "0\n");
}

}  // namespace
}  // namespace exeunt::testing
