// A loop of waitpid with WNOHANG.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Gate go;
  const pid_t child = plain::fork_child([&] {
    go.wait();
    return 3;
  });
  plain::say("%d\n", ::waitpid(child, nullptr, WNOHANG));
  go.open();
  int status = 0;
  while (plain::must(::waitpid(child, &status, WNOHANG), "waitpid") == 0)
    ::sched_yield();
  plain::say("%d\n", WEXITSTATUS(status));
}
