// fork() copies the calling thread only.
//
// The other threads are not in the child, whatever they were doing; a lock that one of them held stays locked
// there for ever.
//
// Source: POSIX: fork, pthread_atfork
// Start methods: none
// Platforms: linux
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <iterator>
#include <latch>
#include <thread>

namespace {

long threads() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {});
}

}  // namespace

int main() {
  std::latch done(1);
  std::thread other([&] { done.wait(); });
  dprintf(STDOUT_FILENO, "Threads of the parent: %ld\n", threads());
  const pid_t child = fork();
  if (child < 0) _exit(1);
  if (child == 0) {
    dprintf(STDOUT_FILENO, "Threads of the child: %ld\n", threads());
    _exit(0);
  }
  wait(nullptr);
  done.count_down();
  other.join();
}
