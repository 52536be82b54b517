// When the leader of a terminal's session ends, the foreground group gets SIGHUP.
//
// The leader opens a terminal of its own, which becomes its controlling one; its child is of its group, the
// one in the foreground.
//
// Source: POSIX: _exit (consequences of process termination), General Terminal Interface
// Start methods: none
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
  grantpt(terminal);
  unlockpt(terminal);
  const pid_t leader = fork();
  if (leader < 0) return 1;
  if (leader == 0) {
    setsid();
    ioctl(open(ptsname(terminal), O_RDWR), TIOCSCTTY, 0);
    const pid_t child = fork();
    if (child < 0) _exit(1);
    if (child == 0) {
      while (true)
        pause();
    }
    _exit(0);
  }
  waitpid(leader, nullptr, 0);
  printf("Leader has ended\n");
}
