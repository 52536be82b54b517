#include "patient_child.hpp"
#include "this_process.hpp"

// Names, parents, children and siblings: what whole programs see of each other (docs/semantics.md, parts D, E
// and F).

namespace exeunt::testing {
namespace {

using namespace std::chrono_literals;

class Family : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, Family, ::testing::ValuesIn(all_start_methods()), name_of_method);

class Worker : public Process {
 public:
  using Process::Process;
};

PROBE(Family, Names) {
  Process first;
  Process own({.name = "own"});
  Process third;
  Worker fourth;
  Process fifth({.name = ""});
  say("%s %s %s %s %s %s\n", third.name().c_str(), first.name().c_str(), own.name().c_str(),
      fourth.name().c_str(), fifth.name().c_str(), current_process().name().c_str());
  first.set_name("renamed");
  say("%s\n", first.name().c_str());
  first.set_name("");
  say("%s\n", first.name().c_str());
}
CHECK(Family, Names) {
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

PROBE(Family, NestedNames) {
  Process child(name_children, 2);
  child.start();
  child.join();
}
CHECK(Family, NestedNames) {
  EXPECT_EQ(outcome.out,
            "Process-1 of MainProcess\nProcess-1:1 of Process-1\nProcess-1:2 of Process-1\n"
            "Process-1:2:1 of Process-1:2\n");
}

PROBE(Family, CurrentProcess) {
  say("%d %d\n", parent_process() == nullptr, current_process().pid() == detail::own_pid());
  Process child([] {
    Process& self = current_process();
    say("%s %d %d %d %d\n", self.name().c_str(), self.pid() == detail::own_pid(), self.exitcode().has_value(),
        self.is_alive(), active_children().empty());
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
    say("%s %d %d %d\n", parent.name().c_str(), parent.is_alive(), parent.exitcode().has_value(),
        parent.join_for(1ms));
  });
  child.start();
  child.join();
}
CHECK(Family, CurrentProcess) {
  EXPECT_EQ(outcome.out,
            "1 1\nProcess-1 1 0 1 1\nprocess not started\ncan only start a process object created by current "
            "process\nMainProcess 1 0 0\n");
  EXPECT_EQ(outcome.err, "");
}

PROBE(Family, Repr) {
  Process process({.daemon = true}, [] { sleep_for(100s); });
  const std::string initial = to_string(process);
  process.start();
  const std::string started = to_string(process);
  process.kill();
  process.join();
  const std::string stopped = to_string(process);
  const std::string pid = "pid=" + std::to_string(*process.pid()) + " ";
  process.close();
  const std::string parent = "parent=" + std::to_string(detail::own_pid()) + " ";
  const std::string head = "<Process name='Process-1' ";
  say("%d%d%d%d\n%s\n", initial == head + parent + "initial daemon>",
      started == head + pid + parent + "started daemon>",
      stopped == head + pid + parent + "stopped exitcode=" + killed_text + " daemon>",
      to_string(process) == head + parent + "closed daemon>", to_string(current_process()).c_str());
}
CHECK(Family, Repr) {
  EXPECT_EQ(outcome.out, "1111\n<_MainProcess name='MainProcess' parent=None started>\n");
}

PROBE(Family, DaemonsEndWithTheirCreator) {
  Pipe up;
  Process daemon(
      {.daemon = true},
      [](Pipe ready) {
        print_later("lost\n");
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
CHECK(Family, DaemonsEndWithTheirCreator) {
  EXPECT_EQ(outcome.out, "1\n");
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.status, 0);
}

PROBE(Family, DaemonsHaveNoChildren) {
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
CHECK(Family, DaemonsHaveNoChildren) {
  EXPECT_EQ(
      outcome.out,
      "1 0\ndaemonic processes are not allowed to have children\ndaemonic processes are not allowed to have "
      "children\n");
}

}  // namespace
}  // namespace exeunt::testing
