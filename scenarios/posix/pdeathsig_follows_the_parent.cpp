// A process can ask for a signal at its parent's death.
//
// It asks before it tells its parent that it is there; else the parent might be gone already.
//
// Source: PR_SET_PDEATHSIG(2const)
// Start methods: none
// Platforms: linux
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    int ready[2];
    if (pipe(ready) != 0) _exit(1);
    const pid_t grandchild = fork();
    if (grandchild < 0) _exit(1);
    if (grandchild == 0) {
      prctl(PR_SET_PDEATHSIG, SIGTERM);
      if (write(ready[1], "", 1) != 1) _exit(1);
      while (true)
        pause();
    }
    char byte = 0;
    _exit(read(ready[0], &byte, 1) == 1 ? 0 : 1);
  }
  waitpid(child, nullptr, 0);
}
