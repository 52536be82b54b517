#include <dirent.h>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "probe.hpp"

namespace exeunt::testing {

// By system calls alone: what the library does must not decide what is expected of it.
bool are_relayed(StartMethod method) {
  if (method != StartMethod::forkserver) return false;
#if defined(__SANITIZE_THREAD__) || defined(EXEUNT_ANY_UNIX) || !defined(__GLIBC__)
  return true;  // by fork() alone
#else
  const pid_type asker = ::fork();
  if (asker == 0) {
    if (::fork() == 0) ::_exit(::syscall(SYS_clone, CLONE_PARENT, 0, 0, 0, 0) < 0 ? 1 : 0);
    int children = 0;
    while (::waitpid(-1, nullptr, __WALL) > 0)
      ++children;
    ::_exit(children);
  }
  int status = 0;
  ::waitpid(asker, &status, 0);
  return WEXITSTATUS(status) < 2;
#endif
}

int open_descriptors() {
  DIR* folder = opendir("/proc/self/fd");
  int count = -1;  // the folder's own
  while (const dirent* entry = readdir(folder))
    count += entry->d_name[0] != '.';
  closedir(folder);
  return count;
}

int count_children() {
  std::ifstream file("/proc/thread-self/children");
  int count = 0;
  for (std::string pid; file >> pid;)
    ++count;
  return count;
}

}  // namespace exeunt::testing
