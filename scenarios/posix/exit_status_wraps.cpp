// Of an exit status eight bits arrive: 256 is 0, -1 is 255.
//
// Source: POSIX: exit, waitpid
// Start methods: none
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <initializer_list>

int main() {
  for (const int status : {255, 256, -1}) {
    const pid_t pid = fork();
    if (pid < 0) return 1;
    if (pid == 0) _exit(status);
    int seen = 0;
    waitpid(pid, &seen, 0);
    printf("%d -> %d\n", status, WEXITSTATUS(seen));
    fflush(stdout);
  }
}
