#include <unistd.h>

#include "probe.hpp"

// Buffers where a process may be copied, and stderr is written by lines.

namespace exeunt::testing {
namespace {

class StdioPosix : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, StdioPosix, ::testing::ValuesIn(all_start_methods()), name_of_method);

PROBE(StdioPosix, ChildLosesOutputByOsExit) {
  Process child([] {
    print_later("lost\n");
    std::fprintf(stderr, "whole line\nunfinished");
    os_exit(0);
  });
  child.start();
  child.join();
}
CHECK(StdioPosix, ChildLosesOutputByOsExit) {
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "whole line\n");
}

PROBE(StdioPosix, BareForkDoublesTheBuffer) {
  print_later("pending\n");
  if (::fork() == 0) exeunt::exit(0);
}
CHECK(StdioPosix, BareForkDoublesTheBuffer) {
  EXPECT_EQ(outcome.out, "pending\npending\n");
}

}  // namespace
}  // namespace exeunt::testing
