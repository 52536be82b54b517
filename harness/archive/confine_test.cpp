#include "archive/confine.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace harness {
namespace {

// Runs in a process of its own, and ends it with 0 where the call was refused.
template <class Call>
[[noreturn]] void try_confined(Call call) {
  if (!confine_to_open_descriptors()) ::_exit(2);
  errno = 0;
  ::_exit(call() == -1 && errno == EPERM ? 0 : 1);
}

TEST(Confine, NothingIsOpened) {
  EXPECT_EXIT(try_confined([] { return ::open("/etc/passwd", O_RDONLY); }), testing::ExitedWithCode(0), "");
  EXPECT_EXIT(try_confined([] { return ::socket(AF_INET, SOCK_STREAM, 0); }), testing::ExitedWithCode(0), "");
}

TEST(Confine, NothingIsStartedOrSignalled) {
  EXPECT_EXIT(try_confined([] { return ::fork(); }), testing::ExitedWithCode(0), "");
  EXPECT_EXIT(try_confined([] {
                std::array<char*, 1> none{nullptr};
                return ::execve("/bin/true", none.data(), none.data());
              }),
              testing::ExitedWithCode(0), "");
  EXPECT_EXIT(try_confined([] { return ::kill(::getppid(), 0); }), testing::ExitedWithCode(0), "");
}

TEST(Confine, WhatIsOpenCanBeRead) {
  EXPECT_EXIT(
      {
        const int fd = ::open("/etc/passwd", O_RDONLY);
        char byte = 0;
        ::_exit(confine_to_open_descriptors() && ::read(fd, &byte, 1) == 1 ? 0 : 1);
      },
      testing::ExitedWithCode(0), "");
}

TEST(Confine, MemoryIsBounded) {
  EXPECT_EXIT(
      {
        const bool confined = confine_to_open_descriptors();
        void* const memory = ::mmap(nullptr, 2UL << 30U, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        ::_exit(confined && memory == MAP_FAILED && errno == ENOMEM ? 0 : 1);
      },
      testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace harness
