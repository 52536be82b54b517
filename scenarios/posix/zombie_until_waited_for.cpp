// A child that has ended is a zombie until its parent waits for it.
//
// waitid() with WNOWAIT tells that it has ended and takes nothing. The kernel keeps the entry and the status
// (Z), until waitpid() takes them; then the pid means nothing any more.
//
// Source: POSIX: waitid, waitpid; proc(5)
// Start methods: none
// Platforms: linux
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <string>

int main() {
  const pid_t pid = fork();
  if (pid < 0) return 1;
  if (pid == 0) _exit(3);
  siginfo_t end;
  waitid(P_PID, static_cast<id_t>(pid), &end, WEXITED | WNOWAIT);
  std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
  std::string number, name, state;
  stat >> number >> name >> state;
  printf("State: %s\n", state.c_str());
  int status = 0;
  waitpid(pid, &status, 0);
  printf("Status: %d\n", WEXITSTATUS(status));
  printf("Gone: %s\n", kill(pid, 0) != 0 && errno == ESRCH ? "yes" : "no");
}
