// Resource limits, niceness, umask and working directory are inherited, and changed for oneself alone.
//
// What the child changes its parent does not see. Everybody may become nicer, and few may go back: hence the
// high numbers.
//
// Source: POSIX: fork, setrlimit, nice, umask, chdir
// Start methods: none
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

void tell(const char* who) {
  rlimit files = {};
  getrlimit(RLIMIT_NOFILE, &files);
  const mode_t mask = umask(0);
  umask(mask);
  char folder[80] = {};
  if (getcwd(folder, sizeof folder) == nullptr) folder[0] = '?';
  dprintf(STDOUT_FILENO, "%s: %lu files, niceness %d, umask %03o, in %s\n", who,
          static_cast<unsigned long>(files.rlim_cur), getpriority(PRIO_PROCESS, 0), mask, folder);
}

void set(rlim_t files, int niceness, mode_t mask, const char* folder) {
  const rlimit limit = {files, 64};
  setrlimit(RLIMIT_NOFILE, &limit);
  setpriority(PRIO_PROCESS, 0, niceness);
  umask(mask);
  if (chdir(folder) != 0) _exit(1);
}

}  // namespace

int main() {
  set(64, 18, 027, "/usr");
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    tell("Child");
    set(32, 19, 077, "/");
    _exit(0);
  }
  wait(nullptr);
  tell("Parent");
}
