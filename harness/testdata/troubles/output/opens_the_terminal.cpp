// A program that writes to its terminal by name, where it has one.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
  if (terminal < 0) {
    plain::say("no terminal\n");
    return 0;
  }
  plain::must(::dprintf(terminal, "the terminal\n"), "write");
}
