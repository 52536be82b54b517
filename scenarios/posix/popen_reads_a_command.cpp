// popen() runs a command by the shell, gives what it writes, and pclose() its status.
//
// Source: POSIX: popen, pclose
// Start methods: none
#include <stdio.h>
#include <sys/wait.h>

int main() {
  FILE* const command = popen("echo spoken; exit 3", "r");
  char line[80] = {};
  if (fgets(line, sizeof line, command) != nullptr) printf("Read: %s", line);
  const int status = pclose(command);
  printf("Status: %d\n", WEXITSTATUS(status));
}
