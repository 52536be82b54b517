#include <pthread.h>
#include <signal.h>

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

}  // namespace
}  // namespace exeunt::testing
