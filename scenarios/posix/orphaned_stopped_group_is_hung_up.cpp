// A stopped process whose group is orphaned gets SIGHUP and SIGCONT.
//
// Nobody is left in its session who could let it go on: were it not for the two signals, it would stand still
// for ever. Its parent ends when it has seen it stop.
//
// Source: POSIX: _exit (orphaned process group)
// Start methods: none
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t leader = fork();
  if (leader < 0) return 1;
  if (leader == 0) {
    setsid();
    const pid_t stopped = fork();
    if (stopped < 0) _exit(1);
    if (stopped == 0) {
      setpgid(0, 0);
      raise(SIGSTOP);
      _exit(0);
    }
    waitpid(stopped, nullptr, WUNTRACED);
    _exit(0);
  }
  waitpid(leader, nullptr, 0);
  printf("Leader has ended\n");
}
