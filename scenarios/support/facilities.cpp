// Tries what some scenario shows and not everything that executes programs can do, and writes a line for
// each: "NAME: works", or "NAME: REASON". Goldens name these facilities in conditions, as [no subreaper].
#include <errno.h>
#include <linux/sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <iterator>
#include <string>

namespace {

const std::string works = "works";

std::string failed(const char* call) {
  return std::string(call) + ": " + strerror(errno);
}

// A process in between makes the sibling, which is then this process's child.
std::string clone3_works() {
  const pid_t maker = fork();
  if (maker == 0) {
    clone_args arguments = {};
    arguments.flags = CLONE_PARENT;
    const long sibling = syscall(SYS_clone3, &arguments, sizeof arguments);
    _exit(sibling < 0 ? errno : 0);
  }
  int status = 0;
  waitpid(maker, &status, 0);
  errno = WEXITSTATUS(status);
  if (errno != 0) return failed("clone3");
  return waitpid(-1, nullptr, __WALL) > 0 ? works : failed("clone3 made no sibling: waitpid");
}

std::string exec_works(const char* name) {
  const pid_t child = fork();
  if (child == 0) {
    execl("/proc/self/exe", name, "again", nullptr);
    _exit(errno);
  }
  int status = 0;
  waitpid(child, &status, 0);
  errno = WEXITSTATUS(status);
  return errno == 0 ? works : failed("exec");
}

std::string nocldwait_works() {
  struct sigaction before = {};
  struct sigaction action = {};
  action.sa_handler = [](int) {};
  action.sa_flags = SA_NOCLDWAIT | SA_RESTART;
  sigaction(SIGCHLD, &action, &before);
  if (fork() == 0) _exit(0);
  const pid_t zombie = wait(nullptr);
  sigaction(SIGCHLD, &before, nullptr);
  return zombie < 0 ? works : "a child was left a zombie";
}

std::string own_threads_work() {
  const auto count = std::distance(std::filesystem::directory_iterator("/proc/self/task"), {});
  return count == 1 ? works : "a program of one thread has " + std::to_string(count);
}

std::string silent_abort_works() {
  int said[2];
  if (pipe(said) != 0) return failed("pipe");
  const pid_t child = fork();
  if (child == 0) {
    dup2(said[1], STDERR_FILENO);
    const rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    abort();
  }
  close(said[1]);
  std::string text;
  char buffer[256];
  for (ssize_t size = 0; (size = read(said[0], buffer, sizeof buffer)) > 0;)
    text.append(buffer, static_cast<size_t>(size));
  close(said[0]);
  waitpid(child, nullptr, 0);
  return text.empty() ? works : "stderr has: " + text.substr(0, text.find('\n'));
}

std::string subreaper_works() {
  return prctl(PR_SET_CHILD_SUBREAPER, 1) == 0 ? works : failed("prctl");
}

std::string vfork_works() {
  volatile bool seen = false;
  const pid_t child = vfork();
  if (child == 0) {
    seen = true;
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  return seen ? works : "the child of vfork() has a memory of its own";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1) return 0;
  const std::string lines = "clone3: " + clone3_works() + "\nexec: " + exec_works(argv[0]) +
                            "\nnocldwait: " + nocldwait_works() + "\nown-threads: " + own_threads_work() +
                            "\nsilent-abort: " + silent_abort_works() + "\nsubreaper: " + subreaper_works() +
                            "\nvfork: " + vfork_works() + "\n";
  fputs(lines.c_str(), stdout);
}
