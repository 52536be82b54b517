#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>

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

/// The end of exit(), but for what C++ does otherwise: the stack is not unwound, and the last flush is that
/// of C, behind the destructors.
PROBE(ExitPosix, StdExitEndsMainAsExitDoes) {
  static const struct Late {
    ~Late() { print_later("destroyed\n"); }
    const char* text = "before the wait\n";
  } late;
  at_exit([] { say("behind the wait\n"); });
  Event go;
  Process child(
      [](Event started) {
        started.wait();
        say("child\n");
      },
      go);
  Process daemon({.daemon = true}, [] {
    for (;;)
      ::pause();
  });
  child.start();
  daemon.start();
  at_exit([go]() mutable {
    say("%s", late.text);
    go.set();
  });
  print_later("main\n");
  std::exit(7);
}
CHECK(ExitPosix, StdExitEndsMainAsExitDoes) {
  EXPECT_EQ(outcome.out, "main\nbefore the wait\nchild\nbehind the wait\ndestroyed\n");
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.status, 7);
}

PROBE(ExitPosix, StdExitInAHandlerLeavesNoneOut) {
  Event go;
  Process child(
      [](Event started) {
        started.wait();
        say("child\n");
      },
      go);
  child.start();
  at_exit([go]() mutable { go.set(); });
  at_exit([] {
    say("handler\n");
    std::exit(5);
  });
}
CHECK(ExitPosix, StdExitInAHandlerLeavesNoneOut) {
  EXPECT_EQ(outcome.out, "handler\nchild\n");
  EXPECT_EQ(outcome.status, 5);
}

PROBE(ExitPosix, StdExitOfAChildIsItsOwnEnd) {
  at_exit([] { say("handler of %s\n", current_process().name().c_str()); });
  Event go;
  Process sibling([](Event ended) { ended.wait(); }, go);
  sibling.start();
  Process child([] {
    Event late;
    Process grandchild(
        [](Event started) {
          started.wait();
          say("grandchild\n");
        },
        late);
    grandchild.start();
    at_exit([late]() mutable {
      say("handler of the child\n");
      late.set();
    });
    print_later("target\n");
    std::exit(3);
  });
  child.start();
  child.join();
  say("%d %d\n", ended_with(child), sibling.is_alive());
  go.set();
}
CHECK(ExitPosix, StdExitOfAChildIsItsOwnEnd) {
  EXPECT_EQ(outcome.out, "target\nhandler of the child\ngrandchild\n3 1\nhandler of MainProcess\n");
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.status, 0);
}

struct WithoutText : std::exception {
  const char* what() const noexcept override { return nullptr; }
};

PROBE(ExitPosix, AnExceptionWithoutTextIsNamed) {
  Process child([] { throw WithoutText(); });
  child.start();
  child.join();
  say("%d\n", ended_with(child));
}
CHECK(ExitPosix, AnExceptionWithoutTextIsNamed) {
  EXPECT_EQ(outcome.out, "1\n");
  EXPECT_EQ(outcome.err, "Process Process-1:\ntesting::(anonymous namespace)::WithoutText\n");
}

#ifdef __GLIBC__  // elsewhere the end of a thread unwinds nothing
PROBE(ExitPosix, TheEndOfTheThreadEndsTheChildAsExitDoes) {
  Process child([] {
    at_exit([] { print_later("handler\n"); });
    print_later("child\n");
    std::fflush(stdout);
    ::pthread_exit(nullptr);
  });
  child.start();
  child.join();
  say("%d\n", ended_with(child));
}
CHECK(ExitPosix, TheEndOfTheThreadEndsTheChildAsExitDoes) {
  EXPECT_THAT(outcome.out, ::testing::StartsWith("child\n"));
  EXPECT_THAT(outcome.out, ::testing::EndsWith("0\n"));
  EXPECT_EQ(outcome.err, "");
}

#ifndef __SANITIZE_ADDRESS__  // which aborts in a thread whose stack is being unwound by a cancellation
PROBE(ExitPosix, AThreadThatJoinsCanBeCancelled) {
  static Process* joined = nullptr;
  Event end;
  Process child([](Event until) { until.wait(); }, end);
  joined = &child;
  child.start();
  pthread_t thread{};
  const auto join = [](void*) -> void* {
    joined->join();
    return nullptr;
  };
  ::pthread_create(&thread, nullptr, join, nullptr);
  ::pthread_cancel(thread);
  void* result = nullptr;
  ::pthread_join(thread, &result);
  end.set();
  child.join();
  say("%d %d\n", result == PTHREAD_CANCELED, ended_with(child));
}
CHECK(ExitPosix, AThreadThatJoinsCanBeCancelled) {
  EXPECT_EQ(outcome.out, "1 0\n");
}
#endif
#endif

}  // namespace
}  // namespace exeunt::testing
