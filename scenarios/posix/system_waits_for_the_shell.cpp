// system() runs a command by the shell and waits: what it returns is a status of waitpid().
//
// 127 comes from the shell, which did not find the command.
//
// Source: POSIX: system
// Start methods: none
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

int main() {
  const int status = system("exit 7");
  printf("exit 7: %d\n", WEXITSTATUS(status));
  const int missing = system("exec /nowhere/to/be/found 2>/dev/null");
  printf("missing: %d\n", WEXITSTATUS(missing));
}
