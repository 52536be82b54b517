#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <thread>

#include "probe.hpp"

// The library while other threads of the program are inside it: when the program ends, and when it forks.

namespace exeunt::testing {
namespace {

using namespace std::chrono_literals;

class OtherThreads : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, OtherThreads, ::testing::ValuesIn(all_start_methods()), name_of_method);

void start_and_join_for_ever() {
  for (;;) {
    Process process([] {});
    process.start();
    process.join();
    process.close();
  }
}

void leave_beside_threads(int status) {
  for (int i = 0; i < 4; ++i)
    std::thread(start_and_join_for_ever).detach();
  sleep_for(5ms);
  exeunt::exit(status);
}

constexpr int ends = 12;  // it is a matter of luck what the threads are doing just then

PROBE(OtherThreads, GoOnAtTheEnd) {
  leave_beside_threads(7);
}
TEST_P(OtherThreads, GoOnAtTheEnd) {
  if (locks_stay_in_forks && GetParam() == StartMethod::fork) GTEST_SKIP() << sanitizers_lock;
  for (int i = 0; i < ends; ++i) {
    const Outcome outcome = run_probe("OtherThreads.GoOnAtTheEnd", GetParam());
    EXPECT_EQ(outcome.status, 7);
    EXPECT_EQ(outcome.err, "");
  }
}

TEST_P(OtherThreads, GoOnAtTheEndOfAChild) {
  if (locks_stay_in_forks && GetParam() == StartMethod::fork) GTEST_SKIP() << sanitizers_lock;
  for (int i = 0; i < ends; ++i)
    EXPECT_EQ(status_of(Process(leave_beside_threads, 7)), 7);
}

bool fork_at_the_very_end = false;

/// After the destructors of the program's static objects.
[[gnu::destructor(101)]] void fork_at_the_end() {
  if (!fork_at_the_very_end) return;
  const pid_type child = ::fork();
  if (child == 0) os_exit(current_process().pid() == ::getpid() ? 0 : 1);
  int status = -1;
  ::waitpid(child, &status, 0);
  say("%d\n", status);
}

PROBE(OtherThreads, ForkWhenTheStaticObjectsAreGone) {
  (void)current_process().pid();
  fork_at_the_very_end = true;
}
CHECK(OtherThreads, ForkWhenTheStaticObjectsAreGone) {
  EXPECT_EQ(outcome.out, "0\n");
  EXPECT_EQ(outcome.status, 0);
}

/// What a thread may be doing in the library while another one forks.
void (*const uses[])() = {
    [] { Process unstarted([] {}); },
    [] {
      (void)active_children();
      (void)to_string(current_process());
    },
    [] { (void)status_of(Process([] {})); },
    [] { Pipe().send("message"); },
};

/// @return how many of the children were not able to use the library.
int fork_beside(void (*use)()) {
  std::atomic<bool> enough = false;
  std::thread other([&] {
    while (!enough)
      use();
  });
  int failed = 0;
  for (int i = 0; i < 12; ++i) {
    sleep_for(std::chrono::microseconds(700 + 113 * i));
    const pid_type child = ::fork();
    if (child == 0) {
      ::alarm(20);
      use();
      os_exit(status_of(Process([] { exeunt::exit(3); })) == 3 ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    failed += status != 0 ? 1 : 0;
  }
  enough = true;
  other.join();
  return failed;
}

PROBE(OtherThreads, UseTheLibraryWhileOneForks) {
  for (void (*const use)() : uses)
    say("%d ", fork_beside(use));
}
TEST_P(OtherThreads, UseTheLibraryWhileOneForks) {
  if (locks_stay_in_forks) GTEST_SKIP() << sanitizers_lock;
  const Outcome outcome = run_probe("OtherThreads.UseTheLibraryWhileOneForks", GetParam());
  EXPECT_EQ(outcome.out, "0 0 0 0 ");
  EXPECT_EQ(outcome.status, 0);
}

/// A handler of the program's own for fork(), which uses the library, and a lock that another thread has
/// while it does.
std::atomic<int> seen_by_handlers = 0;
std::mutex of_the_program;

PROBE(OtherThreads, ForkHandlersUseTheLibrary) {
  ::pthread_atfork(
      [] {
        of_the_program.lock();
        seen_by_handlers += current_process().daemon() ? 0 : 1;
      },
      [] {
        seen_by_handlers += static_cast<int>(active_children().size()) + 1;
        of_the_program.unlock();
      },
      [] {
        seen_by_handlers += current_process().daemon() ? 0 : 1;
        of_the_program.unlock();
      });
  std::atomic<bool> enough = false;
  std::thread other([&] {
    while (!enough) {
      const std::lock_guard lock(of_the_program);
      (void)active_children();
    }
  });
  for (int i = 0; i < 20; ++i) {
    if (status_of(Process([] { exeunt::exit(seen_by_handlers % 2); })) != 0) say("child\n");
  }
  enough = true;
  other.join();
  say("%d", seen_by_handlers.load());
}
TEST(OtherThreadsFork, HandlersUseTheLibrary) {
  if (locks_stay_in_forks) GTEST_SKIP() << sanitizers_lock;
  EXPECT_EQ(run_probe("OtherThreads.ForkHandlersUseTheLibrary", StartMethod::fork).out, "40");
}

/// Destructors that use the library. A forked child leaves them alone.
struct Holder {
  std::shared_ptr<Process> process = std::make_shared<Process>([] {});
  std::shared_ptr<Pipe> pipe = std::make_shared<Pipe>();
  std::shared_ptr<Event> event = std::make_shared<Event>();
};

PROBE(OtherThreads, HandlersHoldTheLastOfAnObject) {
  at_exit([holder = Holder()] { say("%d %d\n", holder.event->is_set(), holder.process->is_alive()); });
  Process child([] { exeunt::exit(5); });
  child.start();
  child.join();
  say("%d\n", ended_with(child));
}
CHECK(OtherThreads, HandlersHoldTheLastOfAnObject) {
  EXPECT_EQ(outcome.out, "5\n0 0\n");
}

}  // namespace
}  // namespace exeunt::testing
