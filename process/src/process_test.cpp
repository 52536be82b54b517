#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "probe.hpp"

// SEMANTICS, parts D and E, and the chapters attributes, join, daemon, signals, naming and errors of its
// catalogue.

namespace exeunt::testing {
namespace {

using namespace std::chrono_literals;

class ProcessOf : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, ProcessOf, ::testing::ValuesIn(all_start_methods()), name_of_method);

#define EXPECT_THROW_TEXT(statement, type, text) \
  EXPECT_THROW(                                  \
      {                                          \
        try {                                    \
          statement;                             \
        } catch (const type& error) {            \
          EXPECT_STREQ(error.what(), text);      \
          throw;                                 \
        }                                        \
      },                                         \
      type)

/// A child that lives until it is told otherwise.
struct Waiting {
  Event go;
  Process process;
  explicit Waiting(ProcessOptions options = {})
      : process(
            std::move(options), [](Event end) { end.wait(); }, go) {}
};

TEST_P(ProcessOf, NewOneHasNothing) {
  Process process([] {});
  EXPECT_EQ(process.pid(), std::nullopt);
  EXPECT_EQ(process.exitcode(), std::nullopt);
  EXPECT_FALSE(process.is_alive());
  EXPECT_FALSE(process.daemon());
  EXPECT_THROW_TEXT(process.sentinel(), ValueError, "process not started");
  EXPECT_THROW_TEXT(process.join(), AssertionError, "can only join a started process");
  EXPECT_THROW_TEXT(process.join_for(0s), AssertionError, "can only join a started process");
  EXPECT_THROW_TEXT(process.terminate(), AttributeError, "'NoneType' object has no attribute 'terminate'");
  EXPECT_THROW_TEXT(process.kill(), AttributeError, "'NoneType' object has no attribute 'kill'");
}

TEST_P(ProcessOf, LifeOfOne) {
  Waiting child;
  child.process.start();
  EXPECT_TRUE(child.process.is_alive());
  EXPECT_EQ(child.process.exitcode(), std::nullopt);
  const pid_type pid = child.process.pid().value();
  EXPECT_EQ(::kill(pid, 0), 0);
  EXPECT_FALSE(child.process.join_for(1ms));
  EXPECT_FALSE(child.process.join_for(-1s));
  child.go.set();
  child.process.join();
  EXPECT_FALSE(child.process.is_alive());
  EXPECT_EQ(child.process.exitcode(), 0);
  EXPECT_EQ(child.process.pid(), pid);
  EXPECT_TRUE(child.process.join_for(0s));
  child.process.join();
  EXPECT_TRUE(active_children().empty());
}

TEST_P(ProcessOf, WithoutTargetDoesNothing) {
  Process process;
  process.start();
  process.join();
  EXPECT_EQ(process.exitcode(), 0);
  void (*none)() = nullptr;
  Process null(none);
  null.start();
  null.join();
  EXPECT_EQ(null.exitcode(), 0);
}

TEST_P(ProcessOf, StartsOnce) {
  Waiting child;
  child.process.start();
  EXPECT_THROW_TEXT(child.process.start(), AssertionError, "cannot start a process twice");
  child.go.set();
  child.process.join();
  EXPECT_THROW_TEXT(child.process.start(), AssertionError, "cannot start a process twice");
}

TEST_P(ProcessOf, RunCallsTheTargetHereToo) {
  int calls = 0;
  Process process([&calls](const std::string& text) { calls += text == "text" ? 1 : 100; }, "text");
  process.run();
  process.run();
  EXPECT_EQ(calls, 2);
}

TEST_P(ProcessOf, StartGivesTheTargetAway) {
  Process process([] {});
  process.start();
  EXPECT_THROW_TEXT(process.run(), AttributeError, "'Process' object has no attribute '_target'");
  process.join();
}

TEST_P(ProcessOf, ExitcodeNeedsNoJoin) {
  Process process([] { exeunt::exit(3); });
  process.start();
  const native_handle sentinel = process.sentinel();
  EXPECT_EQ(wait({&sentinel, 1}), std::vector{sentinel});
  EXPECT_EQ(process.exitcode(), 3);
  EXPECT_EQ(wait({&sentinel, 1}, 0s), std::vector{sentinel});
}

TEST_P(ProcessOf, SentinelIsUnreadyWhileItLives) {
  Waiting child;
  child.process.start();
  const native_handle sentinel = child.process.sentinel();
  EXPECT_TRUE(wait({&sentinel, 1}, 0s).empty());
  child.go.set();
  child.process.join();
}

TEST_P(ProcessOf, GrandchildDoesNotProlongATimedJoin) {
  Event go;
  Process child(
      [](Event end) {
        Process grandchild([](Event inner) { inner.wait(); }, end);
        grandchild.start();
        os_exit(8);
      },
      go);
  child.start();
  EXPECT_TRUE(child.join_for(60s));
  EXPECT_EQ(child.exitcode(), 8);
  go.set();
}

TEST_P(ProcessOf, JoinInAnyOrder) {
  std::vector<Waiting> children(3);
  for (Waiting& child : children)
    child.process.start();
  EXPECT_EQ(active_children().size(), 3U);
  for (Waiting& child : children)
    child.go.set();
  for (std::size_t i = children.size(); i-- > 0;) {
    children[i].process.join();
    EXPECT_EQ(children[i].process.exitcode(), 0);
  }
}

TEST_P(ProcessOf, ActiveChildrenAreTheCallersObjects) {
  Waiting first;
  Waiting second;
  first.process.start();
  second.process.start();
  Process moved = std::move(first.process);
  EXPECT_EQ(active_children(), (std::vector{&moved, &second.process}));
  first.go.set();
  wait(std::vector{moved.sentinel()});
  EXPECT_EQ(active_children(), (std::vector{&second.process}));
  second.go.set();
  second.process.join();
  EXPECT_TRUE(active_children().empty());
  EXPECT_EQ(moved.exitcode(), 0);
}

TEST_P(ProcessOf, MovedFromCountsAsClosed) {
  Process process([] {});
  Process other = std::move(process);
  EXPECT_THROW_TEXT(process.start(), ValueError, "process object is closed");
  EXPECT_THROW_TEXT(process.name(), ValueError, "process object is closed");
  process.close();
  other = Process([] { exeunt::exit(2); });
  other.start();
  other.join();
  EXPECT_EQ(other.exitcode(), 2);
}

TEST_P(ProcessOf, ClosedOneKeepsItsName) {
  Process process({.name = "own", .daemon = true}, [] {});
  process.start();
  process.join();
  process.close();
  process.close();
  EXPECT_THROW_TEXT(process.pid(), ValueError, "process object is closed");
  EXPECT_THROW_TEXT(process.exitcode(), ValueError, "process object is closed");
  EXPECT_THROW_TEXT(process.sentinel(), ValueError, "process object is closed");
  EXPECT_THROW_TEXT(process.is_alive(), ValueError, "process object is closed");
  EXPECT_THROW_TEXT(process.join(), ValueError, "process object is closed");
  EXPECT_THROW_TEXT(process.join_for(0s), ValueError, "process object is closed");
  EXPECT_THROW_TEXT(process.start(), ValueError, "process object is closed");
  EXPECT_THROW_TEXT(process.terminate(), ValueError, "process object is closed");
  EXPECT_THROW_TEXT(process.kill(), ValueError, "process object is closed");
  EXPECT_THROW_TEXT(process.run(), ValueError, "process object is closed");
  EXPECT_EQ(process.name(), "own");
  EXPECT_TRUE(process.daemon());
}

TEST_P(ProcessOf, CloseWhileRunningIsAnError) {
  Waiting child;
  child.process.start();
  EXPECT_THROW_TEXT(
      child.process.close(), ValueError,
      "Cannot close a process while it is still running. You should first call join() or terminate().");
  child.go.set();
  child.process.join();
  EXPECT_EQ(child.process.exitcode(), 0);
}

TEST_P(ProcessOf, SignalsAreTheExitcode) {
  Waiting terminated;
  terminated.process.start();
  terminated.process.terminate();
  terminated.process.join();
  EXPECT_EQ(terminated.process.exitcode(), -SIGTERM);
  Waiting killed;
  killed.process.start();
  killed.process.kill();
  killed.process.join();
  EXPECT_EQ(killed.process.exitcode(), -SIGKILL);
  killed.process.kill();
  EXPECT_EQ(killed.process.exitcode(), -SIGKILL);
}

TEST_P(ProcessOf, TerminateDoesNotWait) {
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

TEST_P(ProcessOf, DaemonFlag) {
  Process process([] {});
  process.set_daemon(true);
  EXPECT_TRUE(process.daemon());
  process.start();
  EXPECT_THROW_TEXT(process.set_daemon(false), AssertionError, "process has already started");
  process.join();
  EXPECT_THROW_TEXT(process.set_daemon(false), AssertionError, "process has already started");
  EXPECT_TRUE(process.daemon());
  EXPECT_FALSE(Process({.daemon = false}, [] {}).daemon());
}

TEST_P(ProcessOf, DaemonThatEndedKeepsItsStatus) {
  Process process({.daemon = true}, [] { exeunt::exit(12); });
  process.start();
  process.join();
  EXPECT_EQ(process.exitcode(), 12);
}

TEST_P(ProcessOf, KeyIsACopyOfTheCreators) {
  EXPECT_EQ(current_process().authkey().bytes().size(), 32U);
  Process before([] {});
  EXPECT_EQ(before.authkey(), current_process().authkey());
  const AuthKey original = current_process().authkey();
  current_process().set_authkey(AuthKey("new"));
  EXPECT_EQ(before.authkey(), original);
  Process after([] { exeunt::exit(current_process().authkey() == AuthKey("new") ? 0 : 1); });
  current_process().set_authkey(original);
  after.start();
  after.join();
  EXPECT_EQ(after.exitcode(), 0);
  before.set_authkey(AuthKey("own"));
  EXPECT_EQ(before.authkey().bytes(), "own");
}

TEST_P(ProcessOf, ArgumentsCross) {
  using Pairs = std::vector<std::pair<std::string, std::optional<int>>>;
  const auto check = [](int number, double real, char letter, StartMethod method, std::string literal,
                        const std::string& text, std::string_view view, const char* pointer, Pairs pairs,
                        std::tuple<bool, std::vector<bool>> flags) {
    const Pairs expected{{"a", 1}, {"b", std::nullopt}};
    const bool equal = number == -5 && real == 0.5 && letter == 'x' && method == StartMethod::spawn &&
                       literal == "literal" && text == std::string("te\0xt", 5) && view == "view" &&
                       std::string_view(pointer) == "pointer" && pairs == expected &&
                       flags == std::tuple(true, std::vector{true, false});
    exeunt::exit(equal ? 0 : 1);
  };
  Process process(check, -5, 0.5, 'x', StartMethod::spawn, "literal", std::string("te\0xt", 5),
                  std::string_view("view"), "pointer", Pairs{{"a", 1}, {"b", std::nullopt}},
                  std::tuple(true, std::vector{true, false}));
  process.start();
  process.join();
  EXPECT_EQ(process.exitcode(), 0);
}

TEST_P(ProcessOf, LongArgumentsCross) {
  const auto check = [](const std::string& text) {
    exeunt::exit(text == std::string(5'000'000, 'x') ? 0 : 1);
  };
  for (const std::size_t size : {std::size_t{5'000'000}, std::size_t{4'000}, std::size_t{40'000}}) {
    Process process(check, std::string(size, 'x'));
    process.start();
    process.join();
    EXPECT_EQ(process.exitcode(), size == 5'000'000 ? 0 : 1);
  }
}

struct NoCrossing {
  int member;
};

TEST_P(ProcessOf, ClosuresCrossByForkOnly) {
  int value = 7;
  Process closure([value] { exeunt::exit(value); });
  Process argument([](int, NoCrossing given) { exeunt::exit(given.member); }, 1, NoCrossing{8});
  if (GetParam() == StartMethod::fork) {
    closure.start();
    argument.start();
    closure.join();
    argument.join();
    EXPECT_EQ(closure.exitcode(), 7);
    EXPECT_EQ(argument.exitcode(), 8);
    return;
  }
  try {
    closure.start();
    FAIL();
  } catch (const TypeError& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("fork only"));
  }
  EXPECT_THROW_TEXT(
      argument.start(), TypeError,
      "argument 2 of the target, of type 'exeunt::testing::(anonymous namespace)::NoCrossing', can be "
      "passed with fork only");
  EXPECT_FALSE(closure.is_alive());
  EXPECT_EQ(closure.pid(), std::nullopt);
  closure.close();
  EXPECT_TRUE(active_children().empty());
}

TEST_P(ProcessOf, FunctionOfALibraryIsAClearError) {
  Process process(::sync);  // static programs have it as a function of their own
  if (GetParam() != StartMethod::fork) {
    try {
      process.start();
    } catch (const TypeError& error) {
      EXPECT_THAT(error.what(), ::testing::HasSubstr("shared library"));
    }
  }
}

class Worker : public Process {
 public:
  using Process::Process;
  explicit Worker(int status) : status_(status) {}
  void run() override { exeunt::exit(status_ + (current_process().name().starts_with("Worker-") ? 0 : 100)); }

 private:
  int status_ = 0;
};

TEST_P(ProcessOf, DerivedClassRunsItsOwn) {
  Worker worker(4);
  if (GetParam() != StartMethod::fork) {
    EXPECT_THROW(worker.start(), TypeError);
    return;
  }
  worker.start();
  worker.join();
  EXPECT_EQ(worker.exitcode(), 4);
}

TEST_P(ProcessOf, StartMethodOfTheChildIsItsMakers) {
  Process process([] { exeunt::exit(static_cast<int>(get_start_method()) + 10); });
  process.start();
  process.join();
  EXPECT_EQ(process.exitcode(), static_cast<int>(GetParam()) + 10);
}

TEST_P(ProcessOf, ManyThreadsAtOnce) {
  const int before = open_descriptors();
  std::vector<std::thread> threads;
  std::atomic<int> right = 0;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&right, i] {
      for (int round = 0; round < 5; ++round) {
        Process process([](int status) { exeunt::exit(status); }, i + round);
        process.start();
        process.join();
        right += process.exitcode() == i + round ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads)
    thread.join();
  EXPECT_EQ(right, 40);
  EXPECT_LE(open_descriptors(), before + 5);  // the library's own: latch, own handle, spare, server
}

TEST_P(ProcessOf, OneObjectFromSeveralThreads) {
  Waiting child;
  child.process.start();
  std::vector<std::thread> threads;
  std::atomic<int> right = 0;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      child.process.is_alive();
      child.process.join();
      right += child.process.exitcode() == 0 ? 1 : 0;
    });
  }
  child.go.set();
  for (std::thread& thread : threads)
    thread.join();
  EXPECT_EQ(right, 4);
}

TEST_P(ProcessOf, NothingIsLeftOpen) {
  const auto round = [] {
    Process process([] {});
    process.start();
    process.join();
  };
  round();
  const int before = open_descriptors();
  for (int i = 0; i < 10; ++i)
    round();
  EXPECT_EQ(open_descriptors(), before);
}

PROBE(ProcessOf, Names) {
  Process first;
  Process own({.name = "own"});
  Process third;
  Worker fourth(1);
  Process fifth({.name = ""});
  say("%s %s %s %s %s %s\n", third.name().c_str(), first.name().c_str(), own.name().c_str(),
      fourth.name().c_str(), fifth.name().c_str(), current_process().name().c_str());
  first.set_name("renamed");
  say("%s\n", first.name().c_str());
  first.set_name("");
  say("%s\n", first.name().c_str());
}
CHECK(ProcessOf, Names) {
  EXPECT_EQ(outcome.out, "Process-3 Process-1 own Worker-4 Process-5 MainProcess\nrenamed\nProcess-1\n");
}

void name_children(int depth) {
  say("%s of %s\n", current_process().name().c_str(), parent_process()->name().c_str());
  for (int i = 0; i < depth; ++i) {
    Process child(name_children, i);
    child.start();
    child.join();
  }
}

PROBE(ProcessOf, NestedNames) {
  Process child(name_children, 2);
  child.start();
  child.join();
}
CHECK(ProcessOf, NestedNames) {
  EXPECT_EQ(outcome.out,
            "Process-1 of MainProcess\nProcess-1:1 of Process-1\nProcess-1:2 of Process-1\n"
            "Process-1:2:1 of Process-1:2\n");
}

PROBE(ProcessOf, CurrentProcess) {
  say("%d %d\n", parent_process() == nullptr, current_process().pid() == ::getpid());
  Process child([] {
    Process& self = current_process();
    say("%s %d %d %d %zu\n", self.name().c_str(), self.pid() == ::getpid(), self.exitcode().has_value(),
        self.is_alive(), active_children().size());
    try {
      self.sentinel();
    } catch (const ValueError& error) {
      say("%s\n", error.what());
    }
    try {
      self.start();
    } catch (const AssertionError& error) {
      say("%s\n", error.what());
    }
    ParentProcess& parent = *parent_process();
    say("%s %d %d %d %d\n", parent.name().c_str(), parent.pid() == ::getppid(), parent.is_alive(),
        parent.exitcode().has_value(), parent.join_for(1ms));
  });
  child.start();
  child.join();
}
CHECK(ProcessOf, CurrentProcess) {
  EXPECT_EQ(outcome.out,
            "1 1\nProcess-1 1 0 1 0\nprocess not started\ncan only start a process object created by current "
            "process\n"
            "MainProcess 1 1 0 0\n");
  EXPECT_EQ(outcome.err, "");
}

PROBE(ProcessOf, Repr) {
  Process process({.daemon = true}, [] { sleep_for(100s); });
  const std::string initial = to_string(process);
  process.start();
  const std::string started = to_string(process);
  process.kill();
  process.join();
  const std::string stopped = to_string(process);
  const std::string pid = "pid=" + std::to_string(*process.pid()) + " ";
  process.close();
  const std::string parent = "parent=" + std::to_string(::getpid()) + " ";
  const std::string head = "<Process name='Process-1' ";
  say("%d%d%d%d\n%s\n", initial == head + parent + "initial daemon>",
      started == head + pid + parent + "started daemon>",
      stopped == head + pid + parent + "stopped exitcode=-SIGKILL daemon>",
      to_string(process) == head + parent + "closed daemon>", to_string(current_process()).c_str());
}
CHECK(ProcessOf, Repr) {
  EXPECT_EQ(outcome.out, "1111\n<_MainProcess name='MainProcess' parent=None started>\n");
}

PROBE(ProcessOf, DaemonsEndWithTheirCreator) {
  Pipe up;
  Process daemon(
      {.daemon = true},
      [](Pipe ready) {
        std::printf("lost\n");
        ready.send("x");
        sleep_for(1000s);
      },
      up);
  daemon.start();
  up.receive();
  Process patient([](pid_type) { sleep_for(1ms); }, *daemon.pid());
  patient.start();
  say("%d\n", daemon.is_alive());
}
CHECK(ProcessOf, DaemonsEndWithTheirCreator) {
  EXPECT_EQ(outcome.out, "1\n");
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.status, 0);
}

PROBE(ProcessOf, DaemonsHaveNoChildren) {
  Process daemon({.daemon = true}, [] {
    Process heir([] {});
    Process plain({.daemon = false}, [] {});
    say("%d %d\n", heir.daemon(), plain.daemon());
    for (Process* process : {&heir, &plain}) {
      try {
        process->start();
      } catch (const AssertionError& error) {
        say("%s\n", error.what());
      }
    }
  });
  daemon.start();
  daemon.join();
}
CHECK(ProcessOf, DaemonsHaveNoChildren) {
  EXPECT_EQ(
      outcome.out,
      "1 0\ndaemonic processes are not allowed to have children\ndaemonic processes are not allowed to have "
      "children\n");
}

PROBE(ProcessOf, SiblingIsNotOnesChild) {
  static Process* victim = nullptr;
  Waiting waiting;
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
  say("%d %d\n", *sibling.exitcode(), *waiting.process.exitcode());
}
TEST(ForkedProcess, SiblingIsNotOnesChild) {
  EXPECT_EQ(run_probe("ProcessOf.SiblingIsNotOnesChild", StartMethod::fork).out,
            "can only join a child process\ncan only test a child process\n0\n0 -15\n");
}

PROBE(ProcessOf, StolenStatusIsKnownAllTheSame) {
  Process process([] { exeunt::exit(3); });
  process.start();
  while (::waitpid(-1, nullptr, __WALL) != process.pid()) {
  }
  process.join();
  say("%d %d\n", *process.exitcode(), process.is_alive());
  process.terminate();
  ::signal(SIGCHLD, SIG_IGN);
  for (int i = 0; i < 20; ++i) {
    Process ignored([] { exeunt::exit(5); });
    ignored.start();
    ignored.join();
    if (ignored.exitcode() != 5) say("%d\n", *ignored.exitcode());
  }
}
CHECK(ProcessOf, StolenStatusIsKnownAllTheSame) {
  EXPECT_EQ(outcome.out, "3 0\n");
}

PROBE(ProcessOf, StartMethodIsSetOnce) {
  set_start_method(StartMethod::spawn);
  try {
    set_start_method(StartMethod::fork);
  } catch (const RuntimeError& error) {
    say("%s\n", error.what());
  }
  say("%s\n", to_string(get_start_method()).data());
  set_start_method(StartMethod::fork, true);
  say("%s\n", to_string(get_start_method()).data());
  try {
    start_method_named("teleport");
  } catch (const ValueError& error) {
    say("%s\n", error.what());
  }
}
CHECK(ProcessOf, StartMethodIsSetOnce) {
  EXPECT_EQ(outcome.out, "context has already been set\nspawn\nfork\ncannot find context for 'teleport'\n");
}

PROBE(ProcessOf, AskingFixesTheStartMethod) {
  say("%s\n", to_string(get_start_method()).data());
  try {
    set_start_method(StartMethod::fork);
  } catch (const RuntimeError& error) {
    say("%s\n", error.what());
  }
}
CHECK(ProcessOf, AskingFixesTheStartMethod) {
  EXPECT_EQ(outcome.out, std::string(to_string(method)) + "\ncontext has already been set\n");
}

PROBE(ProcessOf, UnknownStartMethodInTheEnvironment) {
  ::setenv("EXEUNT_START_METHOD", "teleport", 1);
  Process process([] {});
  try {
    process.start();
  } catch (const ValueError& error) {
    say("%s\n", error.what());
  }
  ::setenv("EXEUNT_START_METHOD", "", 1);
  process.start();
  process.join();
  say("%s %d\n", to_string(get_start_method()).data(), *process.exitcode());
}
CHECK(ProcessOf, UnknownStartMethodInTheEnvironment) {
  EXPECT_EQ(
      outcome.out,
      "cannot find context for 'teleport' (EXEUNT_START_METHOD is fork, spawn or forkserver)\nfork 0\n");
}

}  // namespace
}  // namespace exeunt::testing
