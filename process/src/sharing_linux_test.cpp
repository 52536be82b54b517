#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <system_error>
#include <thread>

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

/// The kernel lets an ordinary user have as many descriptors on their way as he may have open.
PROBE(SharingLinux, MoreLongMessagesThanDescriptors) {
  constexpr int allowed = 64;
  constexpr int sent = 4 * allowed;
  const rlimit few{allowed, allowed};
  const auto nobody = static_cast<uid_t>(10'000 + ::getpid() % 50'000);  // whom no other test is, too
  if (::setgid(nobody) != 0 || ::setuid(nobody) != 0) exeunt::exit("not allowed to become another");
  setrlimit(RLIMIT_NOFILE, &few);
  Pipe pipe;
  std::atomic<int> begun{0};
  std::thread sender([&] {
    try {
      for (int i = 0; i < sent; ++i) {
        ++begun;
        pipe.send(std::string(40'000, 'x'));
      }
    } catch (const std::system_error& error) {
      say("%s\n", error.what());
      os_exit(1);
    }
    pipe.close_sending();
  });
  while (begun < allowed)
    std::this_thread::yield();
  int received = 0;
  while (const auto message = pipe.receive())
    received += message->size() == 40'000;
  sender.join();
  say("%d\n", received);
}
CHECK(SharingLinux, MoreLongMessagesThanDescriptors) {
  if (::geteuid() != 0) GTEST_SKIP() << "needs to be root, to become another";
  EXPECT_EQ(outcome.out, "256\n");
}

}  // namespace
}  // namespace exeunt::testing
