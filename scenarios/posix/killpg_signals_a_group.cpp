// A signal to a process group reaches every process in it, and nobody else.
//
// The children are put into a group of their own, by both sides, so that it is there whoever comes first.
//
// Source: POSIX: setpgid, killpg
// Start methods: none
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

pid_t fork_into(pid_t group) {
  const pid_t pid = fork();
  if (pid < 0) return pid;
  setpgid(pid, group);
  while (pid == 0)
    pause();
  return pid;
}

}  // namespace

int main() {
  const pid_t leader = fork_into(0);
  if (leader < 0) return 1;
  const pid_t other = fork_into(leader);
  killpg(leader, SIGTERM);
  while (wait(nullptr) > 0) {
  }
  if (other < 0) return 1;
  printf("Parent lives on\n");
}
