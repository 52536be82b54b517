#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "probe.hpp"

// Which descriptors a process has, as /proc tells.

namespace exeunt::testing {
namespace {

class SharingLinux : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, SharingLinux, ::testing::ValuesIn(all_start_methods()), name_of_method);

void list_descriptors(Pipe to) {
  std::string all;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code error;
    all += std::filesystem::read_symlink(entry.path(), error).string() + " ";
  }
  to.send(all);
}

TEST_P(SharingLinux, NothingElseIsInherited) {
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

}  // namespace
}  // namespace exeunt::testing
