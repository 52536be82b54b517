// wait4() gives with the status what the child has used.
//
// The kernel keeps the account with the zombie.
//
// Source: wait4(2), getrusage(2)
// Start methods: none
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t pid = fork();
  if (pid == 0) _exit(3);
  int status = 0;
  rusage used = {};
  wait4(pid, &status, 0, &used);
  printf("Status: %d\n", WEXITSTATUS(status));
  printf("Memory: %s\n", used.ru_maxrss > 0 ? "some" : "none");
}
