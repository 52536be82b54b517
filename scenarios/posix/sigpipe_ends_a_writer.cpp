// A process that writes to a pipe without readers dies of SIGPIPE; where it is ignored the write fails.
//
// So "yes | head -1" ends.
//
// Source: POSIX: write, SIGPIPE
// Start methods: none
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  int ends[2];
  if (pipe(ends) != 0) return 1;
  close(ends[0]);
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) _exit(write(ends[1], "", 1) < 0 ? 1 : 0);
  wait(nullptr);
  signal(SIGPIPE, SIG_IGN);
  const bool failed = write(ends[1], "", 1) < 0 && errno == EPIPE;
  printf("Ignored: %s\n", failed ? "EPIPE" : "written");
}
