#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "probe.hpp"

// Which descriptors a process has, and which pipes a forked one.

namespace exeunt::testing {
namespace {

class SharingPosix : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, SharingPosix, ::testing::ValuesIn(all_start_methods()), name_of_method);

void list_descriptors(Pipe to) {
  std::string all;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code error;
    all += std::filesystem::read_symlink(entry.path(), error).string() + " ";
  }
  to.send(all);
}

TEST_P(SharingPosix, NothingElseIsInherited) {
  if (GetParam() == StartMethod::fork) GTEST_SKIP() << "a copy has everything";
  const int stray = ::open("/etc/passwd", O_RDONLY);  // not close-on-exec
  Pipe unrelated;
  Event event;
  Pipe pipe;
  Process child(list_descriptors, pipe);
  child.start();
  pipe.close_sending();
  const std::string seen = pipe.receive().value();
  EXPECT_EQ(seen.find("passwd"), std::string::npos) << seen;
  EXPECT_EQ(seen.find("eventfd"), std::string::npos) << seen;
  std::size_t sockets = 0;
  for (std::size_t at = 0; (at = seen.find("socket:", at)) != std::string::npos; ++at)
    ++sockets;
  EXPECT_EQ(sockets, 2U) << seen;
  ::close(stray);
  child.join();
}

PROBE(SharingPosix, ClosureKeepsAnyPipe) {
  Pipe pipe;
  Process child([&pipe] { pipe.send("by reference"); });
  child.start();
  pipe.close_sending();
  say("%s\n", pipe.receive()->c_str());
  say("%d\n", pipe.receive().has_value());
}
TEST(ForkedSharing, ClosureKeepsAnyPipe) {
  EXPECT_EQ(run_probe("SharingPosix.ClosureKeepsAnyPipe", StartMethod::fork).out, "by reference\n0\n");
}

PROBE(SharingPosix, PipeThatWasNotGivenIsClosed) {
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
  EXPECT_EQ(run_probe("SharingPosix.PipeThatWasNotGivenIsClosed", StartMethod::fork).out,
            "handle is closed\n");
}

}  // namespace
}  // namespace exeunt::testing
