#include "forkserver.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "probe.hpp"

// What the fork server relays, to whom it belongs, and what it cannot pass.

namespace exeunt::testing {
namespace {

using namespace std::chrono_literals;

/// What is different where CLONE_PARENT is not to be had.
PROBE(Forkserver, RelayedStatuses) {
  set_start_method(StartMethod::forkserver, true);
  detail::relay_statuses(true);
  const auto start_and_join = [](int status) {
    Process child(
        [](int wanted) {
          if (wanted < 0) ::raise(-wanted);
          exeunt::exit(wanted);
        },
        status);
    child.start();
    child.join();
    say("%d ", ended_with(child));
  };
  for (const int status : {0, 1, 255, -SIGKILL, -SIGTERM})
    start_and_join(status);
  Process other([] { say("%d ", ::getppid() == parent_process()->pid()); });
  other.start();
  wait(std::vector{other.sentinel()});
  say("%d ", ended_with(other));
  Event never;
  Process killed([](Event end) { end.wait(); }, never);
  killed.start();
  say("%d ", killed.join_for(1ms));
  killed.kill();
  killed.join();
  say("%d ", ended_with(killed));
  killed.kill();
  Process orphan([] {
    parent_process()->join();
    say("orphan\n");
  });
  orphan.start();
  os_exit(0);
}
TEST(Relay, StatusesAreRight) {
  EXPECT_EQ(run_probe("Forkserver.RelayedStatuses", StartMethod::forkserver).out,
            "0 1 255 -9 -15 0 0 0 -9 orphan\n");
}

/// The server is born with SIGCHLD ignored, and so are the children; it waits for them all the same.
PROBE(Forkserver, RelayedWithSigchldIgnored) {
  ::signal(SIGCHLD, SIG_IGN);
  set_start_method(StartMethod::forkserver, true);
  detail::relay_statuses(true);
  Process child([] {
    struct sigaction action = {};
    ::sigaction(SIGCHLD, nullptr, &action);
    exeunt::exit(action.sa_handler == SIG_IGN ? 3 : 4);
  });
  child.start();
  child.join();
  say("%d", ended_with(child));
}
TEST(Relay, KnowsStatusesThoughSigchldIsIgnored) {
  EXPECT_EQ(run_probe("Forkserver.RelayedWithSigchldIgnored", StartMethod::forkserver).out, "3");
}

/// However soon after the server has written the status: many times, as it is a matter of microseconds.
PROBE(Forkserver, RelayedSentinels) {
  set_start_method(StartMethod::forkserver, true);
  detail::relay_statuses(true);
  int unready = 0;
  for (int i = 0; i < 200; ++i) {
    Process child([] {});
    child.start();
    const native_handle sentinel = child.sentinel();
    wait({&sentinel, 1});
    (void)child.exitcode();
    unready += wait({&sentinel, 1}, 0s).empty() ? 1 : 0;
  }
  say("%d", unready);
}
TEST(Relay, SentinelsStayReady) {
  EXPECT_EQ(run_probe("Forkserver.RelayedSentinels", StartMethod::forkserver).out, "0");
}

PROBE(Forkserver, BareForkHasAServerOfItsOwn) {
  set_start_method(StartMethod::forkserver, true);
  Process first([] {});
  first.start();
  first.join();
  if (::fork() == 0) {
    Process child([] { say("%d\n", ::getppid() == parent_process()->pid()); });
    child.start();
    child.join();
    say("%d\n", ended_with(child));
    exeunt::exit(0);
  }
  ::waitpid(-1, nullptr, 0);
}
TEST(Forkserver, BareForkHasOneOfItsOwn) {
  EXPECT_EQ(run_probe("Forkserver.BareForkHasAServerOfItsOwn", StartMethod::forkserver).out,
            are_relayed(StartMethod::forkserver) ? "0\n0\n" : "1\n0\n");
}

TEST(Forkserver, PassesManyDescriptorsOrSaysSo) {
  set_start_method(StartMethod::forkserver, true);
  const auto check = [](std::vector<Event> events) {
    for (Event& event : events)
      event.wait();
  };
  std::vector<Event> events(200);
  Process child(check, events);
  child.start();
  for (Event& event : events)
    event.set();
  child.join();
  EXPECT_EQ(child.exitcode(), 0);
  Process more(check, std::vector<Event>(300));
  EXPECT_THROW(more.start(), ValueError);
}

}  // namespace
}  // namespace exeunt::testing
