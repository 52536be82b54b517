// A signal that is pending at fork() is the parent's alone.
//
// Across exec() it stays pending, for the process is the same.
//
// Source: POSIX: fork, exec, sigpending
// Start methods: none
// Platforms: linux
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

void tell(const char* when) {
  sigset_t pending;
  sigpending(&pending);
  dprintf(STDOUT_FILENO, "%s: %s\n", when, sigismember(&pending, SIGUSR1) == 1 ? "pending" : "none");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1) {
    tell("After exec");
    return 0;
  }
  sigset_t mask;
  sigemptyset(&mask);
  sigaddset(&mask, SIGUSR1);
  sigprocmask(SIG_BLOCK, &mask, nullptr);
  raise(SIGUSR1);
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    tell("In the child");
    _exit(0);
  }
  wait(nullptr);
  execl("/proc/self/exe", argv[0], "again", nullptr);
  return 127;
}
