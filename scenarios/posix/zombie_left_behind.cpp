// A parent that never waits leaves a zombie until its own end.
//
// Nobody has taken the status when the parent ends; whoever adopts the zombie does.
//
// Source: POSIX: _exit, wait
// Start methods: none
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t pid = fork();
  if (pid < 0) return 1;
  if (pid == 0) _exit(3);
  siginfo_t end;
  waitid(P_PID, static_cast<id_t>(pid), &end, WEXITED | WNOWAIT);
  printf("Parent ends\n");
}
