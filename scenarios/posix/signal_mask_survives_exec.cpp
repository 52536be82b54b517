// A blocked signal stays blocked across fork() and exec().
//
// Source: POSIX: exec, sigprocmask
// Start methods: none
// Platforms: linux
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char** argv) {
  sigset_t mask;
  if (argc > 1) {
    sigprocmask(SIG_BLOCK, nullptr, &mask);
    printf("Blocked: %s\n", sigismember(&mask, SIGUSR1) == 1 ? "yes" : "no");
    return 0;
  }
  sigemptyset(&mask);
  sigaddset(&mask, SIGUSR1);
  sigprocmask(SIG_BLOCK, &mask, nullptr);
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    execl("/proc/self/exe", argv[0], "again", nullptr);
    _exit(127);
  }
  wait(nullptr);
}
