// A child leaves.
// Source: POSIX: fork
// Start methods: fork
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
int main() {
  const pid_t checked = fork();
  if (checked < 0) return 1;
  if (checked == 0) _exit(0);
  const pid_t child = fork();
  if (child == 0) _exit(0);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  waitpid(checked, nullptr, 0);
}
