// A process of a background group that reads from the terminal is stopped by it, for ever.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
  if (terminal < 0) return 0;
  const pid_t child = plain::fork_child([&] {
    plain::must(::setpgid(0, 0), "setpgid");
    char byte = 0;
    plain::must(::read(terminal, &byte, 1), "read");
  });
  int status = 0;
  plain::must(::waitpid(child, &status, WUNTRACED), "waitpid");
  plain::say("stopped: %s\n", WIFSTOPPED(status) && WSTOPSIG(status) == SIGTTIN ? "yes" : "no");
}
