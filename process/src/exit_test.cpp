#include <stdexcept>

#include "probe.hpp"

// docs/semantics.md, parts A, B and C, and the scenarios of the chapter exit.

namespace exeunt::testing {
namespace {

class Exit : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, Exit, ::testing::ValuesIn(all_start_methods()), name_of_method);

TEST_P(Exit, ReturningIsZero) {
  EXPECT_EQ(status_of(Process([] {})), 0);
}
TEST_P(Exit, WithoutArgumentIsZero) {
  EXPECT_EQ(status_of(Process([] { exeunt::exit(); })), 0);
}
TEST_P(Exit, StatusIsKept) {
  EXPECT_EQ(status_of(Process([] { exeunt::exit(1); })), 1);
}
TEST_P(Exit, BoolsAreNumbers) {
  EXPECT_EQ(status_of(Process([] { exeunt::exit(true); })), 1);
}

TEST_P(Exit, CaughtSystemExitIsHarmless) {
  EXPECT_EQ(status_of(Process([] {
              try {
                exeunt::exit(6);
              } catch (const SystemExit& caught) {
                if (caught.status() != 6) os_exit(1);
              }
            })),
            0);
}

TEST_P(Exit, SystemExitIsNoStdException) {
  EXPECT_EQ(status_of(Process([] {
              try {
                exeunt::exit(6);
              } catch (const std::exception&) {
                os_exit(1);
              }
            })),
            6);
}

PROBE(Exit, TextGoesToStderr) {
  Process child([] { exeunt::exit("out of paper"); });
  child.start();
  child.join();
  Process empty([] { exeunt::exit(std::string()); });
  empty.start();
  empty.join();
  say("%d %d\n", ended_with(child), ended_with(empty));
}
CHECK(Exit, TextGoesToStderr) {
  EXPECT_EQ(outcome.out, "1 1\n");
  EXPECT_EQ(outcome.err, "out of paper\n\n");
  EXPECT_EQ(outcome.status, 0);
}

PROBE(Exit, TextInMain) {
  print_later("before\n");
  exeunt::exit("main gives up");
}
CHECK(Exit, TextInMain) {
  EXPECT_EQ(outcome.out, "before\n");
  EXPECT_EQ(outcome.err, "main gives up\n");
  EXPECT_EQ(outcome.status, 1);
}

PROBE(Exit, UncaughtException) {
  Process child([] { throw ValueError("broken"); });
  child.start();
  child.join();
  Process silent({.name = "own"}, [] { throw 5; });
  silent.start();
  silent.join();
  say("%d %d\n", ended_with(child), ended_with(silent));
  throw std::runtime_error("main too");
}
CHECK(Exit, UncaughtException) {
  EXPECT_EQ(outcome.out, "1 1\n");
  EXPECT_EQ(outcome.err,
            "Process Process-1:\nValueError: broken\nProcess own:\nint\nstd::runtime_error: main too\n");
  EXPECT_EQ(outcome.status, 1);
}

PROBE(Exit, ReportHasTheNameTheChildGaveItself) {
  Process child([] {
    current_process().set_name("renamed");
    throw ValueError("broken");
  });
  child.start();
  child.join();
  say("%s\n", child.name().c_str());
}
CHECK(Exit, ReportHasTheNameTheChildGaveItself) {
  EXPECT_EQ(outcome.out, "Process-1\n");
  EXPECT_EQ(outcome.err, "Process renamed:\nValueError: broken\n");
}

struct Farewell {
  ~Farewell() { say("unwound\n"); }
};

PROBE(Exit, UnwindsOnExitAndNotOnOsExit) {
  const auto leave = [](bool at_once) {
    const Farewell farewell;
    if (at_once) os_exit(6);
    exeunt::exit(6);
  };
  for (const bool at_once : {false, true}) {
    Process child(leave, at_once);
    child.start();
    child.join();
    say("%d\n", ended_with(child));
  }
}
CHECK(Exit, UnwindsOnExitAndNotOnOsExit) {
  EXPECT_EQ(outcome.out, "unwound\n6\n6\n");
}

PROBE(Exit, MainWaitsForItsChildren) {
  Event go;
  Process child(
      [](Event started) {
        started.wait();
        print_later("child finishes last\n");
      },
      go);
  child.start();
  at_exit([go]() mutable { go.set(); });
  print_later("main is done\n");
}
CHECK(Exit, MainWaitsForItsChildren) {
  EXPECT_EQ(outcome.out, "main is done\nchild finishes last\n");
  EXPECT_EQ(outcome.status, 0);
}

PROBE(Exit, DestroyedObjectIsStillWaitedFor) {
  Event go;
  {
    Process child(
        [](Event started) {
          started.wait();
          print_later("child\n");
        },
        go);
    child.start();
  }
  say("%d\n", active_children().empty());
  at_exit([go]() mutable { go.set(); });
}
CHECK(Exit, DestroyedObjectIsStillWaitedFor) {
  EXPECT_EQ(outcome.out, "1\nchild\n");
}

PROBE(Exit, HandlerBeforeTheFirstStartRunsAfterTheWait) {
  at_exit([] { print_later("first registered\n"); });
  Process child([] { say("child\n"); });
  child.start();
  child.join();
  const auto second = std::make_shared<Process>([] { say("second\n"); });
  at_exit([second] {
    say("last registered\n");
    second->start();
  });
  at_exit([] { say("very last registered\n"); });
  say("main\n");
}
CHECK(Exit, HandlerBeforeTheFirstStartRunsAfterTheWait) {
  EXPECT_EQ(outcome.out, "child\nmain\nvery last registered\nlast registered\nsecond\nfirst registered\n");
}

PROBE(Exit, EventTakesThePlaceOfTheFirstStart) {
  at_exit([] { say("before\n"); });
  Event go;
  at_exit([go]() mutable {
    say("after\n");
    go.set();
  });
  Process child(
      [](Event started) {
        started.wait();
        say("child\n");
      },
      go);
  child.start();
}
CHECK(Exit, EventTakesThePlaceOfTheFirstStart) {
  EXPECT_EQ(outcome.out, "after\nchild\nbefore\n");
}

PROBE(Exit, LateChildIsNotWaitedFor) {
  at_exit([] {
    Event go;
    Process late(
        [](Event parent_gone) {
          parent_process()->join();
          parent_gone.set();
          say("late child\n");
        },
        go);
    late.start();
    say("handler done\n");
  });
  Process child([] {});
  child.start();
}
CHECK(Exit, LateChildIsNotWaitedFor) {
  EXPECT_EQ(outcome.out, "handler done\nlate child\n");
  EXPECT_EQ(outcome.status, 0);
}

PROBE(Exit, HandlersOfTheParentAreNotTheChilds) {
  at_exit([] { say("handler in %s\n", current_process().name().c_str()); });
  Process child([] {});
  child.start();
  child.join();
}
CHECK(Exit, HandlersOfTheParentAreNotTheChilds) {
  EXPECT_EQ(outcome.out, "handler in MainProcess\n");
}

PROBE(Exit, HandlerOfTheChildRunsInIt) {
  Process child([] {
    at_exit([] { say("handler\n"); });
    print_later("target\n");
  });
  child.start();
  child.join();
  say("%d\n", ended_with(child));
}
CHECK(Exit, HandlerOfTheChildRunsInIt) {
  EXPECT_EQ(outcome.out, "target\nhandler\n0\n");
}

PROBE(Exit, UnflushedHandlerOfAForkedChildIsLost) {
  Process child([] {
    at_exit([] { print_later("handler, not flushed\n"); });
    print_later("target\n");
  });
  child.start();
  child.join();
}
CHECK(Exit, UnflushedHandlerOfAForkedChildIsLost) {
  EXPECT_EQ(outcome.out, method == StartMethod::spawn ? "target\nhandler, not flushed\n" : "target\n");
}

PROBE(Exit, ErrorInAHandlerIsReportedAndNoMore) {
  at_exit([] { say("first registered\n"); });
  at_exit([] { throw ValueError("late trouble"); });
  at_exit([] { exeunt::exit(3); });
}
CHECK(Exit, ErrorInAHandlerIsReportedAndNoMore) {
  EXPECT_EQ(outcome.out, "first registered\n");
  EXPECT_EQ(outcome.err,
            "Exception ignored in atexit callback:\nSystemExit: 3\n"
            "Exception ignored in atexit callback:\nValueError: late trouble\n");
  EXPECT_EQ(outcome.status, 0);
}

PROBE(Exit, HandlerAddedByAHandlerDoesNotRun) {
  at_exit([] {
    say("handler\n");
    at_exit([] { say("added\n"); });
  });
}
CHECK(Exit, HandlerAddedByAHandlerDoesNotRun) {
  EXPECT_EQ(outcome.out, "handler\n");
}

PROBE(Exit, ChildWaitsForItsOwnChildren) {
  Process child([] {
    Event go;
    Process grandchild(
        [](Event started) {
          started.wait();
          say("grandchild\n");
        },
        go);
    grandchild.start();
    at_exit([go]() mutable { go.set(); });
    print_later("child, not flushed\n");
    throw ValueError("child broke");
  });
  child.start();
  child.join();
  say("%d\n", ended_with(child));
}
CHECK(Exit, ChildWaitsForItsOwnChildren) {
  EXPECT_EQ(outcome.out, "child, not flushed\ngrandchild\n1\n");
  EXPECT_EQ(outcome.err, "Process Process-1:\nValueError: child broke\n");
}

PROBE(Exit, OsExitInMainLosesOutputAndOrphans) {
  Pipe pipe;
  Process child(
      [](Pipe ready) {
        parent_process()->join();
        ready.send("x");
        say("orphan %d\n", parent_process()->is_alive());
        exeunt::exit(7);
      },
      pipe);
  child.start();
  print_later("lost\n");
  os_exit(2);
}
CHECK(Exit, OsExitInMainLosesOutputAndOrphans) {
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "orphan 0\n");
}

}  // namespace
}  // namespace exeunt::testing
