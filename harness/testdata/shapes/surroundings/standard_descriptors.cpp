// A program finds three descriptors, an empty folder, and no signal blocked or ignored.
//
// Start methods: none
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

int main() {
  for (int fd = 0; fd < 1024; ++fd) {
    if (::fcntl(fd, F_GETFD) >= 0) std::printf("descriptor %d\n", fd);
  }
  sigset_t mask;
  ::sigprocmask(SIG_BLOCK, nullptr, &mask);
  for (int signal = 1; signal < SIGRTMAX; ++signal) {
    if (::sigismember(&mask, signal) == 1) std::printf("blocked %d\n", signal);
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) == 0 && action.sa_handler != SIG_DFL)
      std::printf("not at its default: %d\n", signal);
  }
  for (const auto& entry : std::filesystem::directory_iterator("."))
    std::printf("file %s\n", entry.path().c_str());
  std::printf("umask %03o\n", static_cast<unsigned>(::umask(0)));
}
