#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

#include "probe.hpp"

// What signals from other processes, and other signals than SIGINT, do to processes and to waiting.

namespace exeunt::testing {
namespace {

using namespace std::chrono_literals;

class SignalsPosix : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, SignalsPosix, ::testing::ValuesIn(all_start_methods()), name_of_method);

void sleep_and_say(Pipe up) {
  up.send("x");
  sleep_for(1000s);
}

PROBE(SignalsPosix, InterruptInAChildIsAReport) {
  Pipe up;
  Process child(sleep_and_say, up);
  child.start();
  up.receive();
  ::kill(*child.pid(), SIGINT);
  child.join();
  say("%d\n", ended_with(child));
}
CHECK(SignalsPosix, InterruptInAChildIsAReport) {
  EXPECT_EQ(outcome.out, "1\n");
  EXPECT_EQ(outcome.err, "Process Process-1:\nKeyboardInterrupt\n");
}

PROBE(SignalsPosix, InterruptOfTheParentsIsAReportToo) {
  Pipe up;
  Process child(sleep_and_say, up);
  child.start();
  up.receive();
  child.interrupt();
  child.join();
  say("%d\n", ended_with(child));
}
CHECK(SignalsPosix, InterruptOfTheParentsIsAReportToo) {
  EXPECT_EQ(outcome.out, "1\n");
  EXPECT_EQ(outcome.err, "Process Process-1:\nKeyboardInterrupt\n");
}

PROBE(SignalsPosix, InterruptBreaksTheWaitAtTheEnd) {
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
CHECK(SignalsPosix, InterruptBreaksTheWaitAtTheEnd) {
  EXPECT_EQ(outcome.out, "main ends\nchild ends\n");
  EXPECT_THAT(outcome.err, ::testing::HasSubstr("Exception ignored in atexit callback"));
  EXPECT_THAT(outcome.err, ::testing::HasSubstr("KeyboardInterrupt"));
  EXPECT_EQ(outcome.status, 0);
}

PROBE(SignalsPosix, IgnoredStaysIgnored) {
  ::signal(SIGUSR1, SIG_IGN);
  ::signal(SIGINT, SIG_IGN);
  Process child([] {
    ::raise(SIGUSR1);
    ::raise(SIGINT);
    sleep_for(1ms);
  });
  child.start();
  child.join();
  say("%d\n", ended_with(child));
}
CHECK(SignalsPosix, IgnoredStaysIgnored) {
  EXPECT_EQ(outcome.out, "0\n");
}

PROBE(SignalsPosix, HandlersAreCopiedByForkOnly) {
  ::signal(SIGUSR1, [](int) {});
  Process child([] { ::raise(SIGUSR1); });
  child.start();
  child.join();
  say("%d\n", ended_with(child));
}
CHECK(SignalsPosix, HandlersAreCopiedByForkOnly) {
  EXPECT_EQ(outcome.out, method == StartMethod::fork ? "0\n" : std::to_string(-SIGUSR1) + "\n");
}

PROBE(SignalsPosix, BlockedStaysBlocked) {
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
  say("%d\n", ended_with(child));
}
CHECK(SignalsPosix, BlockedStaysBlocked) {
  EXPECT_EQ(outcome.out, "1\n");
}

/// A timer that fires all the time shortens nothing.
PROBE(SignalsPosix, SignalsDoNotShortenAnything) {
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
    if (child.exitcode() != 0) say("%d\n", static_cast<int>(child.exitcode().value_or(-100)));
  }
  say("%d\n", slept >= 30ms);
}
CHECK(SignalsPosix, SignalsDoNotShortenAnything) {
  EXPECT_EQ(outcome.out, "1\n");
}

PROBE(SignalsPosix, BrokenPipesAreErrors) {
  Process child([] {
    struct sigaction action = {};
    sigaction(SIGPIPE, nullptr, &action);
    exeunt::exit(action.sa_handler == SIG_IGN ? 0 : 1);
  });
  child.start();
  child.join();
  say("%d\n", ended_with(child));
}
CHECK(SignalsPosix, BrokenPipesAreErrors) {
  EXPECT_EQ(outcome.out, "0\n");
}

Process* asked = nullptr;
std::atomic<int> answers{0};
std::atomic<int> wrong_answers{0};

/// Microseconds; at first less than a fork takes, which a signal makes begin again.
void set_alarm_within(int delay) {
  const itimerval once = {{0, 0}, {0, delay}};
  ::setitimer(ITIMER_REAL, &once, nullptr);
}

void ask_in_a_handler(int) {
  const int error = errno;
  wrong_answers += asked->is_alive() && !asked->exitcode() ? 0 : 1;
  set_alarm_within(10 + ++answers * 37 % 2000);
  errno = error;
}

PROBE(SignalsPosix, AHandlerAsksWhileTheLibraryIsAtWork) {
  Event end;
  Process child([](Event until) { until.wait(); }, end);
  child.start();
  asked = &child;
  struct sigaction action = {};
  action.sa_handler = ask_in_a_handler;
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGALRM, &action, nullptr);
  set_alarm_within(10);
  while (answers < 400) {
    for (int i = 0; i < 100; ++i)
      (void)to_string(child);
    (void)status_of(Process([] {}));
  }
  ::signal(SIGALRM, SIG_IGN);
  end.set();
  child.join();
  say("%d %d %d\n", wrong_answers.load(), child.is_alive(), ended_with(child));
}
CHECK(SignalsPosix, AHandlerAsksWhileTheLibraryIsAtWork) {
  EXPECT_EQ(outcome.out, "0 0 0\n");
  EXPECT_EQ(outcome.status, 0);
}

}  // namespace
}  // namespace exeunt::testing
