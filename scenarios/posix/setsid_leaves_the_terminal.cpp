// A process that begins a session of its own leads it, and has no controlling terminal.
//
// The leader of a process group may not: another session would have its group.
//
// Source: POSIX: setsid
// Start methods: none
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    setsid();
    printf("Leads its session: %s\n", getsid(0) == getpid() ? "yes" : "no");
    printf("Terminal: %s\n", open("/dev/tty", O_RDWR) < 0 && errno == ENXIO ? "none" : "one");
    fflush(stdout);
    _exit(0);
  }
  wait(nullptr);
  const pid_t other = fork();
  if (other < 0) return 1;
  if (other == 0) {
    setpgid(0, 0);
    printf("Group leader may: %s\n", setsid() < 0 && errno == EPERM ? "no" : "yes");
    fflush(stdout);
    _exit(0);
  }
  wait(nullptr);
}
