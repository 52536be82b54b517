#include <signal.h>
#include <sys/wait.h>

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

}  // namespace
}  // namespace exeunt::testing
