#include <signal.h>
#include <sys/wait.h>

#include <atomic>
#include <cerrno>
#include <thread>
#include <vector>

#include "probe.hpp"

// Statuses that somebody else has taken, which Linux's pidfds know (docs/semantics.md, part E).

namespace exeunt::testing {
namespace {

class FamilyLinux : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, FamilyLinux, ::testing::ValuesIn(all_start_methods()), name_of_method);

PROBE(FamilyLinux, StolenStatusIsKnownAllTheSame) {
  Process process([] { exeunt::exit(3); });
  process.start();
  ::waitpid(*process.pid(), nullptr, __WALL);
  process.join();
  say("%d %d\n", ended_with(process), process.is_alive());
  process.terminate();
  ::signal(SIGCHLD, SIG_IGN);
  for (int i = 0; i < 20; ++i) {
    Process ignored([] { exeunt::exit(5); });
    ignored.start();
    ignored.join();
    if (ignored.exitcode() != 5) say("%d\n", ended_with(ignored));
  }
}
CHECK(FamilyLinux, StolenStatusIsKnownAllTheSame) {
  EXPECT_EQ(outcome.out, "3 0\n");
}

void reap_everybody(int) {
  const int error = errno;
  while (::waitpid(-1, nullptr, WNOHANG) > 0) {
  }
  errno = error;
}

/// The program reaps whatever has ended, however soon.
void start_and_join_beside_reaper() {
  int lost = 0;
  for (int i = 0; i < 300; ++i) {
    const exitcode_type status = status_of(Process([] { exeunt::exit(3); }));
    lost += status == 3 ? 0 : 1;
  }
  say("%d", lost);
}

PROBE(FamilyLinux, AHandlerReaps) {
  struct sigaction action = {};
  action.sa_handler = reap_everybody;
  ::sigaction(SIGCHLD, &action, nullptr);
  start_and_join_beside_reaper();
}
CHECK(FamilyLinux, AHandlerReaps) {
  EXPECT_EQ(outcome.out, "0");
  EXPECT_EQ(outcome.status, 0);
}

PROBE(FamilyLinux, AThreadReaps) {
  std::thread([] {
    for (;;)
      (void)::waitpid(-1, nullptr, 0);
  }).detach();
  start_and_join_beside_reaper();
}
CHECK(FamilyLinux, AThreadReaps) {
  EXPECT_EQ(outcome.out, "0");
  EXPECT_EQ(outcome.status, 0);
}

/// Who is forked while a child is being started has a copy of every descriptor, and keeps it.
PROBE(FamilyLinux, StrangersAreForkedMeanwhile) {
  ::signal(SIGCHLD, SIG_IGN);
  std::atomic<bool> enough = false;
  std::vector<pid_type> strangers;
  std::thread forker([&] {
    while (!enough && strangers.size() < 400) {
      const pid_type stranger = ::fork();
      if (stranger == 0) {
        for (;;)
          ::pause();
      }
      strangers.push_back(stranger);
    }
  });
  int late = 0;
  for (int i = 0; i < 40; ++i) {
    Process child([] { exeunt::exit(3); });
    child.start();
    late += child.join_for(std::chrono::seconds(20)) ? 0 : 1;
  }
  enough = true;
  forker.join();
  for (const pid_type stranger : strangers)
    ::kill(stranger, SIGKILL);
  say("%d", late);
}
CHECK(FamilyLinux, StrangersAreForkedMeanwhile) {
  EXPECT_EQ(outcome.out, "0");
}

}  // namespace
}  // namespace exeunt::testing
