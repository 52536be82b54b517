#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <system_error>
#include <thread>

#include "forkserver.hpp"
#include "probe.hpp"
#include "roles.hpp"

// The fork server's own life, as /proc tells of it: when it is replaced, what it ignores, when it ends.

namespace exeunt::testing {
namespace {

using namespace std::chrono_literals;

PROBE(Forkserver, ServersAreReplaced) {
  set_start_method(StartMethod::forkserver, true);
  Event served, end;
  Process first(
      [](Event begun, Event until) {
        begun.set();
        until.wait();
        exeunt::exit(5);
      },
      served, end);
  first.start();
  served.wait();
  std::ifstream children("/proc/thread-self/children");
  for (pid_type pid = 0; children >> pid;) {
    if (pid != *first.pid()) ::kill(pid, SIGKILL);
  }
  for (int i = 0; i < 3; ++i) {
    Process second([] { exeunt::exit(6); });
    second.start();
    second.join();
    say("%d ", ended_with(second));
  }
  end.set();
  first.join();
  say("%d %d\n", ended_with(first), count_children());
}
TEST(Forkserver, IsReplacedWhenItHasDied) {
  const std::string out = run_probe("Forkserver.ServersAreReplaced", StartMethod::forkserver).out;
  // one that was the server's own: what the kernel keeps of it since Linux 6.15
  if (are_relayed(StartMethod::forkserver)) {
    EXPECT_THAT(out, ::testing::AnyOf("6 6 6 5 1\n", "6 6 6 255 1\n"));
  } else {
    EXPECT_EQ(out, "6 6 6 5 1\n");
  }
}

PROBE(Forkserver, ServerIgnoresInterrupts) {
  set_start_method(StartMethod::forkserver, true);
  Process first([] {});
  first.start();
  first.join();
  ::signal(SIGINT, SIG_IGN);
  std::ifstream children("/proc/thread-self/children");
  pid_type server = 0;
  children >> server;
  ::kill(server, SIGINT);
  Process second([] { sleep_for(1ms); });
  second.start();
  second.join();
  pid_type same = 0;
  std::ifstream again("/proc/thread-self/children");
  again >> same;
  say("%d %d\n", ended_with(second), same == server);
}
TEST(Forkserver, IgnoresInterrupts) {
  EXPECT_EQ(run_probe("Forkserver.ServerIgnoresInterrupts", StartMethod::forkserver).out, "0 1\n");
}

PROBE(Forkserver, ServerEndsWithItsOwner) {
  set_start_method(StartMethod::forkserver, true);
  Process child([] {});
  child.start();
  child.join();
  // A bare fork keeps the connection to the server open; it shall not keep the server.
  if (::fork() == 0) {
    sleep_for(100ms);
    os_exit(0);
  }
  pid_type server = 0;
  std::ifstream children("/proc/thread-self/children");
  children >> server;
  std::fprintf(stderr, "%d\n", server);
  ::raise(SIGKILL);
}
TEST(Forkserver, EndsWithItsOwner) {
  const Outcome outcome = run_probe("Forkserver.ServerEndsWithItsOwner", StartMethod::forkserver);
  const pid_type server = std::stoi(outcome.err);
  std::ifstream file("/proc/" + std::to_string(server) + "/stat");
  std::string field;
  std::string state = "gone";
  file >> field >> field >> state;
  EXPECT_TRUE(state == "gone" || state == "Z")
      << state;  // dead, whether or not its adopter has reaped it yet
}

pid_type server_of_this_process() {
  std::ifstream children("/proc/thread-self/children");
  for (pid_type pid = 0; children >> pid;) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/comm");
    std::string name;
    if (file >> name && name == detail::forkserver_name) return pid;
  }
  return 0;
}

/// Killed at every moment of a start: either the child runs and start() succeeds, or neither.
void start_beside_killer(bool relayed) {
  set_start_method(StartMethod::forkserver, true);
  detail::relay_statuses(relayed);
  const bool may_be_lost = relayed || are_relayed(StartMethod::forkserver);
  int wrong = 0;
  for (int i = 0; i < 100; ++i) {
    status_of(Process([] {}));
    const pid_type server = server_of_this_process();
    Process child([] { exeunt::exit(5); });
    std::thread killer([server, i] {
      const auto moment = std::chrono::steady_clock::now() + std::chrono::microseconds(4 * i);
      while (std::chrono::steady_clock::now() < moment) {
      }
      ::kill(server, SIGKILL);
    });
    child.start();
    killer.join();
    child.join();
    const int status = ended_with(child);
    wrong += status == 5 || (may_be_lost && status == 255) ? 0 : 1;
  }
  status_of(Process([] {}));
  say("%d %d", wrong, count_children());
}

PROBE(Forkserver, ServerDiesWhileItMakesAChild) {
  start_beside_killer(false);
}
TEST(Forkserver, DiesWhileItMakesAChild) {
  EXPECT_EQ(run_probe("Forkserver.ServerDiesWhileItMakesAChild", StartMethod::forkserver).out, "0 1");
}

PROBE(Forkserver, RelayDiesWhileItMakesAChild) {
  start_beside_killer(true);
}
TEST(Relay, DiesWhileItMakesAChild) {
  EXPECT_EQ(run_probe("Forkserver.RelayDiesWhileItMakesAChild", StartMethod::forkserver).out, "0 1");
}

PROBE(Forkserver, StoppedServer) {
  set_start_method(StartMethod::forkserver, true);
  status_of(Process([] {}));
  const pid_type server = server_of_this_process();
  ::kill(server, SIGSTOP);
  Process child({.name = "waiting"}, [] { say("ran\n"); });
  try {
    child.start();
  } catch (const std::system_error& error) {
    say("%d\n%s\n", server, error.what());
  }
  say("%d ", count_children());
  say("%d\n", static_cast<int>(status_of(Process([] { exeunt::exit(4); }))));
}
TEST(Forkserver, ThatIsStoppedIsReplaced) {
  const std::string out = run_probe("Forkserver.StoppedServer", StartMethod::forkserver).out;
  const std::string server = out.substr(0, out.find('\n'));
  EXPECT_EQ(out, server + "\ncannot start process 'waiting': hear from the fork server, process " + server +
                     ": it was stopped or hung for 10 s and has been ended: Connection timed out\n0 4\n");
}

/// A child outlives the server that is to tell of it.
PROBE(Forkserver, RelayedChildOutlivesTheServer) {
  set_start_method(StartMethod::forkserver, true);
  detail::relay_statuses(true);
  Event go;
  Process child(
      [](Event end) {
        end.wait();
        exeunt::exit(5);
      },
      go);
  child.start();
  ::kill(server_of_this_process(), SIGKILL);
  say("%d %d ", child.join_for(50ms), child.is_alive());
  go.set();
  child.join();
  say("%d", ended_with(child));
}
TEST(Relay, ChildOutlivesTheServer) {
  EXPECT_THAT(run_probe("Forkserver.RelayedChildOutlivesTheServer", StartMethod::forkserver).out,
              ::testing::AnyOf("0 1 5", "0 1 255"));
}

}  // namespace
}  // namespace exeunt::testing
