// waitid() with WNOWAIT may be asked again and again.
//
// It tells how the child ended and leaves the status for the next one who waits.
//
// Source: POSIX: waitid
// Start methods: none
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t pid = fork();
  if (pid < 0) return 1;
  if (pid == 0) _exit(7);
  for (int looks = 1; looks <= 2; ++looks) {
    siginfo_t end;
    waitid(P_PID, static_cast<id_t>(pid), &end, WEXITED | WNOWAIT);
    printf("Look %d: %d\n", looks, end.si_status);
  }
  int status = 0;
  waitpid(pid, &status, 0);
  printf("Taken: %d\n", WEXITSTATUS(status));
  printf("Left: %d\n", waitpid(pid, &status, 0));
}
