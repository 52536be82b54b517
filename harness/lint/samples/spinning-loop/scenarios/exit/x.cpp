// A child leaves.
// Source: POSIX: waitpid
// Start methods: fork
#include <sys/wait.h>
#include <unistd.h>
int main() {
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) _exit(0);
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
  }
  while (wait(nullptr) > 0) {
  }
}
