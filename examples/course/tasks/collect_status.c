/* A parent collects the status of its child. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) _exit(3);
  int status = 0;
  if (waitpid(child, &status, 0) != child) return 1;
  printf("child %d ended with %d\n", (int)child, WEXITSTATUS(status));
  return 0;
}
