// An open descriptor survives exec(), one that is close-on-exec does not.
//
// Source: POSIX: exec, open (O_CLOEXEC)
// Start methods: none
// Platforms: linux
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int plain = 500;
constexpr int close_on_exec = 501;

const char* state(int descriptor) {
  return fcntl(descriptor, F_GETFD) < 0 ? "closed" : "open";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1) {
    printf("Plain: %s\nClose-on-exec: %s\n", state(plain), state(close_on_exec));
    return 0;
  }
  dup2(STDIN_FILENO, plain);
  dup3(STDIN_FILENO, close_on_exec, O_CLOEXEC);
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    execl("/proc/self/exe", argv[0], "again", nullptr);
    _exit(127);
  }
  wait(nullptr);
}
