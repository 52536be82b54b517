// kill() with signal 0 sends nothing and tells whether there is such a process; a zombie is one.
//
// Source: POSIX: kill
// Start methods: none
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t pid = fork();
  if (pid < 0) return 1;
  if (pid == 0) _exit(0);
  siginfo_t end;
  waitid(P_PID, static_cast<id_t>(pid), &end, WEXITED | WNOWAIT);
  printf("Zombie: %d\n", kill(pid, 0));
  waitpid(pid, nullptr, 0);
  const int result = kill(pid, 0);
  printf("Waited for: %d, ESRCH: %s\n", result, errno == ESRCH ? "yes" : "no");
}
