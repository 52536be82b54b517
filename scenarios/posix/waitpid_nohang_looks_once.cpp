// waitpid() with WNOHANG looks and does not wait: 0 means that the child lives.
//
// The child lives until its pipe is closed.
//
// Source: POSIX: waitpid
// Start methods: none
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  int life[2];
  if (pipe(life) != 0) return 1;
  const pid_t pid = fork();
  if (pid < 0) return 1;
  if (pid == 0) {
    close(life[1]);
    char byte = 0;
    _exit(read(life[0], &byte, 1) == 0 ? 4 : 5);
  }
  printf("While it lives: %d\n", waitpid(pid, nullptr, WNOHANG));
  close(life[1]);
  siginfo_t end;
  waitid(P_PID, static_cast<id_t>(pid), &end, WEXITED | WNOWAIT);
  int status = 0;
  if (waitpid(pid, &status, WNOHANG) != pid) return 1;
  printf("At its end: %d\n", WEXITSTATUS(status));
}
