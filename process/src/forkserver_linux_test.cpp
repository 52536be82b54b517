#include <signal.h>
#include <unistd.h>

#include <fstream>

#include "probe.hpp"

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
  const bool status_is_lost = are_relayed(StartMethod::forkserver);  // with the server that had it
  EXPECT_EQ(out, status_is_lost ? "6 6 6 255 1\n" : "6 6 6 5 1\n");
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

}  // namespace
}  // namespace exeunt::testing
