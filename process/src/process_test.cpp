#include <atomic>
#include <thread>

#include "patient_child.hpp"

// docs/semantics.md, parts D and E, and the scenarios of the chapters attributes, join, daemon, signals,
// naming and errors.

namespace exeunt::testing {
namespace {

using namespace std::chrono_literals;

class ProcessOf : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, ProcessOf, ::testing::ValuesIn(all_start_methods()), name_of_method);

TEST_P(ProcessOf, NewOneHasNothing) {
  Process process([] {});
  EXPECT_EQ(process.pid(), std::nullopt);
  EXPECT_EQ(process.exitcode(), std::nullopt);
  EXPECT_FALSE(process.is_alive());
  EXPECT_FALSE(process.daemon());
  EXPECT_THROW_TEXT(process.sentinel(), ValueError, "process not started");
  EXPECT_THROW_TEXT(process.join(), AssertionError, "can only join a started process");
  EXPECT_THROW_TEXT(process.join_for(0s), AssertionError, "can only join a started process");
  EXPECT_THROW_TEXT(process.interrupt(), AttributeError, "'NoneType' object has no attribute 'interrupt'");
  EXPECT_THROW_TEXT(process.terminate(), AttributeError, "'NoneType' object has no attribute 'terminate'");
  EXPECT_THROW_TEXT(process.kill(), AttributeError, "'NoneType' object has no attribute 'kill'");
}

TEST_P(ProcessOf, LifeOfOne) {
  PatientChild child;
  child.process.start();
  EXPECT_TRUE(child.process.is_alive());
  EXPECT_EQ(child.process.exitcode(), std::nullopt);
  const pid_type pid = child.process.pid().value();
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
  PatientChild child;
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
  PatientChild child;
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
  std::vector<PatientChild> children(3);
  for (PatientChild& child : children)
    child.process.start();
  EXPECT_EQ(active_children().size(), 3U);
  for (PatientChild& child : children)
    child.go.set();
  for (std::size_t i = children.size(); i-- > 0;) {
    children[i].process.join();
    EXPECT_EQ(children[i].process.exitcode(), 0);
  }
}

TEST_P(ProcessOf, ActiveChildrenAreTheCallersObjects) {
  PatientChild first;
  PatientChild second;
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
  EXPECT_THROW_TEXT(process.interrupt(), ValueError, "process object is closed");
  EXPECT_THROW_TEXT(process.terminate(), ValueError, "process object is closed");
  EXPECT_THROW_TEXT(process.kill(), ValueError, "process object is closed");
  EXPECT_THROW_TEXT(process.run(), ValueError, "process object is closed");
  EXPECT_EQ(process.name(), "own");
  EXPECT_TRUE(process.daemon());
}

TEST_P(ProcessOf, CloseWhileRunningIsAnError) {
  PatientChild child;
  child.process.start();
  EXPECT_THROW_TEXT(
      child.process.close(), ValueError,
      "Cannot close a process while it is still running. You should first call join() or terminate().");
  child.go.set();
  child.process.join();
  EXPECT_EQ(child.process.exitcode(), 0);
}

TEST_P(ProcessOf, ClosingTheMainProgramsOwnObjectDoesNothing) {
  current_process().close();
  EXPECT_TRUE(current_process().is_alive());
  EXPECT_TRUE(current_process().pid().has_value());
  EXPECT_EQ(current_process().exitcode(), std::nullopt);
  EXPECT_EQ(status_of(Process([] { exeunt::exit(4); })), 4);
}

/// A child may close its own object, and its target goes on with all that it was given.
TEST_P(ProcessOf, ClosingAChildsOwnObjectLeavesItsTargetWhole) {
  const auto target = [](const std::string& text) {
    current_process().close();
    EXPECT_THROW_TEXT(current_process().pid(), ValueError, "process object is closed");
    exeunt::exit(text == std::string(1000, 'x') ? 5 : 6);
  };
  EXPECT_EQ(status_of(Process(target, std::string(1000, 'x'))), 5);
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

TEST_P(ProcessOf, ManyThreadsAtOnce) {
  if (locks_stay_in_forks && GetParam() == StartMethod::fork) GTEST_SKIP() << sanitizers_lock;
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
  EXPECT_LE(open_descriptors(), before + 5);  // the library's own: latch, own handle, null device, server
}

TEST_P(ProcessOf, OneObjectFromSeveralThreads) {
  PatientChild child;
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

}  // namespace
}  // namespace exeunt::testing
