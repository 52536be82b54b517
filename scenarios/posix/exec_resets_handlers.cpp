// exec() sets handled signals back to their default; what was ignored stays ignored.
//
// A handler is a function of the old program. To ignore needs no function.
//
// Source: POSIX: exec, sigaction
// Start methods: none
// Platforms: linux
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

const char* disposition(int number) {
  struct sigaction action = {};
  sigaction(number, nullptr, &action);
  if (action.sa_handler == SIG_IGN) return "ignored";
  return action.sa_handler == SIG_DFL ? "default" : "handled";
}

void tell(const char* when) {
  dprintf(STDOUT_FILENO, "%s: SIGUSR1 %s, SIGUSR2 %s\n", when, disposition(SIGUSR1), disposition(SIGUSR2));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1) {
    tell("exec");
    return 0;
  }
  signal(SIGUSR1, [](int) {});
  signal(SIGUSR2, SIG_IGN);
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    tell("fork");
    execl("/proc/self/exe", argv[0], "again", nullptr);
    _exit(127);
  }
  wait(nullptr);
}
