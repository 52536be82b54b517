// A process that is forked twice is adopted: the first child ends, and its child gets another parent.
//
// The way of old daemons: the first child leaves the session of its parent, so no terminal can hang up on the
// grandchild, and ends at once, so nobody has to wait for the grandchild: its new parent will. The
// grandchild leads no session and so never gets a terminal again. The "daemon" of CPython's
// multiprocessing is another thing: a child that is terminated when its parent ends.
//
// Source: POSIX: fork, setsid, getppid
// Start methods: none
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  int go[2];
  if (pipe(go) != 0) return 1;
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    const pid_t self = setsid();
    const pid_t grandchild = fork();
    if (grandchild < 0) _exit(1);
    if (grandchild > 0) _exit(0);
    close(go[1]);
    char byte = 0;
    if (read(go[0], &byte, 1) != 0) _exit(1);
    dprintf(STDOUT_FILENO, "Grandchild has another parent: %s\n", getppid() != self ? "yes" : "no");
    dprintf(STDOUT_FILENO, "Leads its session: %s\n", getsid(0) == getpid() ? "yes" : "no");
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  close(go[1]);
}
