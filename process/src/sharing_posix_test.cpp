#include "probe.hpp"

// Which pipes a forked process has.

namespace exeunt::testing {
namespace {

PROBE(SharingByFork, ClosureKeepsAnyPipe) {
  Pipe pipe;
  Process child([&pipe] { pipe.send("by reference"); });
  child.start();
  pipe.close_sending();
  say("%s\n", pipe.receive()->c_str());
  say("%d\n", pipe.receive().has_value());
}
TEST(ForkedSharing, ClosureKeepsAnyPipe) {
  EXPECT_EQ(run_probe("SharingByFork.ClosureKeepsAnyPipe", StartMethod::fork).out, "by reference\n0\n");
}

PROBE(SharingByFork, PipeThatWasNotGivenIsClosed) {
  static Pipe* pipe = nullptr;
  Pipe mine;
  pipe = &mine;
  Process child([] {
    try {
      pipe->send("x");
    } catch (const ValueError& error) {
      say("%s\n", error.what());
    }
  });
  child.start();
  child.join();
}
TEST(ForkedSharing, PipeThatWasNotGivenIsClosed) {
  EXPECT_EQ(run_probe("SharingByFork.PipeThatWasNotGivenIsClosed", StartMethod::fork).out,
            "handle is closed\n");
}

}  // namespace
}  // namespace exeunt::testing
