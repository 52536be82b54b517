// A child subreaper adopts the orphans among its descendants.
//
// They would else go to process 1. The adopter waits for them as for its own children.
//
// Source: PR_SET_CHILD_SUBREAPER(2const)
// Start methods: none
// Platforms: linux
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  int life[2];
  if (pipe(life) != 0) return 1;
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    const pid_t grandchild = fork();
    if (grandchild < 0) _exit(1);
    if (grandchild > 0) _exit(0);
    close(life[1]);
    char byte = 0;
    _exit(read(life[0], &byte, 1) == 0 ? 5 : 1);
  }
  waitpid(child, nullptr, 0);
  close(life[1]);
  int status = 0;
  wait(&status);
  printf("Grandchild's status: %d\n", WEXITSTATUS(status));
}
