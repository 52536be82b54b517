#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <thread>

#include "probe.hpp"

// SIGINT as KeyboardInterrupt, and what other signals do to processes and to waiting.

namespace exeunt::testing {
namespace {

using namespace std::chrono_literals;

class Signals : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, Signals, ::testing::ValuesIn(all_start_methods()), name_of_method);

void sleep_and_say(Pipe up) {
  up.send("x");
  sleep_for(1000s);
}

PROBE(Signals, InterruptInAChildIsAReport) {
  Pipe up;
  Process child(sleep_and_say, up);
  child.start();
  up.receive();
  ::kill(*child.pid(), SIGINT);
  child.join();
  say("%d\n", *child.exitcode());
}
CHECK(Signals, InterruptInAChildIsAReport) {
  EXPECT_EQ(outcome.out, "1\n");
  EXPECT_EQ(outcome.err, "Process Process-1:\nKeyboardInterrupt\n");
}

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
  EXPECT_EQ(outcome.status, -SIGINT);
}

PROBE(Signals, InterruptIsThrownAtTheEndAtLast) {
  ::raise(SIGINT);
}
CHECK(Signals, InterruptIsThrownAtTheEndAtLast) {
  EXPECT_EQ(outcome.err, "KeyboardInterrupt\n");
  EXPECT_EQ(outcome.status, -SIGINT);
}

PROBE(Signals, SecondInterruptKills) {
  at_exit([] { say("never\n"); });
  ::raise(SIGINT);
  ::raise(SIGINT);
  say("never\n");
}
CHECK(Signals, SecondInterruptKills) {
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.status, -SIGINT);
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
      ::kill(::getpid(), SIGINT);
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

PROBE(Signals, InterruptBreaksTheWaitAtTheEnd) {
  Event waiting;
  Process child(
      [](Event go) {
        go.wait();
        sleep_for(20ms);  // in which the parent goes on from its handler to the wait
        ::kill(parent_process()->pid(), SIGINT);
        parent_process()->join();
        say("child ends\n");
      },
      waiting);
  child.start();
  at_exit([waiting]() mutable { waiting.set(); });
  std::printf("main ends\n");
}
CHECK(Signals, InterruptBreaksTheWaitAtTheEnd) {
  EXPECT_EQ(outcome.out, "main ends\nchild ends\n");
  EXPECT_THAT(outcome.err, ::testing::HasSubstr("Exception ignored in atexit callback"));
  EXPECT_THAT(outcome.err, ::testing::HasSubstr("KeyboardInterrupt"));
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
  say("%d\n", *child.exitcode());
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
  say("%d\n", *child.exitcode());
}
CHECK(Signals, OwnHandlerIsLeftAlone) {
  EXPECT_EQ(outcome.out, "0\n");
}

PROBE(Signals, IgnoredStaysIgnored) {
  ::signal(SIGUSR1, SIG_IGN);
  ::signal(SIGINT, SIG_IGN);
  Process child([] {
    ::raise(SIGUSR1);
    ::raise(SIGINT);
    sleep_for(1ms);
  });
  child.start();
  child.join();
  say("%d\n", *child.exitcode());
}
CHECK(Signals, IgnoredStaysIgnored) {
  EXPECT_EQ(outcome.out, "0\n");
}

PROBE(Signals, HandlersAreCopiedByForkOnly) {
  ::signal(SIGUSR1, [](int) {});
  Process child([] { ::raise(SIGUSR1); });
  child.start();
  child.join();
  say("%d\n", *child.exitcode());
}
CHECK(Signals, HandlersAreCopiedByForkOnly) {
  EXPECT_EQ(outcome.out, method == StartMethod::fork ? "0\n" : std::to_string(-SIGUSR1) + "\n");
}

PROBE(Signals, BlockedStaysBlocked) {
  sigset_t blocked;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGUSR2);
  sigprocmask(SIG_BLOCK, &blocked, nullptr);
  Process child([] {
    ::raise(SIGUSR2);
    sigset_t now;
    sigprocmask(SIG_BLOCK, nullptr, &now);
    exeunt::exit(sigismember(&now, SIGUSR2) + 2 * sigismember(&now, SIGTERM) + 4 * sigismember(&now, SIGINT));
  });
  child.start();
  child.join();
  say("%d\n", *child.exitcode());
}
CHECK(Signals, BlockedStaysBlocked) {
  EXPECT_EQ(outcome.out, "1\n");
}

/// A timer that fires all the time shortens nothing.
PROBE(Signals, SignalsDoNotShortenAnything) {
  struct sigaction action = {};
  action.sa_handler = [](int) {};
  sigaction(SIGALRM, &action, nullptr);
  const itimerval often{{0, 500}, {0, 500}};
  setitimer(ITIMER_REAL, &often, nullptr);
  const auto begin = std::chrono::steady_clock::now();
  sleep_for(30ms);
  const auto slept = std::chrono::steady_clock::now() - begin;
  for (int i = 0; i < 10; ++i) {
    Process child([] { sleep_for(5ms); });
    child.start();
    child.join();
    if (child.exitcode() != 0) say("%d\n", child.exitcode().value_or(-100));
  }
  say("%d\n", slept >= 30ms);
}
CHECK(Signals, SignalsDoNotShortenAnything) {
  EXPECT_EQ(outcome.out, "1\n");
}

PROBE(Signals, BrokenPipesAreErrors) {
  Process child([] {
    struct sigaction action = {};
    sigaction(SIGPIPE, nullptr, &action);
    exeunt::exit(action.sa_handler == SIG_IGN ? 0 : 1);
  });
  child.start();
  child.join();
  say("%d\n", *child.exitcode());
}
CHECK(Signals, BrokenPipesAreErrors) {
  EXPECT_EQ(outcome.out, "0\n");
}

}  // namespace
}  // namespace exeunt::testing
