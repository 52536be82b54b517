// Children waited for by their process group.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Gate go;
  const auto start = [&](pid_t group, int status) {
    const pid_t child = plain::fork_child([&] {
      go.wait();
      return status;
    });
    plain::must(::setpgid(child, group), "setpgid");
    return child;
  };
  const pid_t group = start(0, 1);
  start(group, 2);
  const pid_t alone = start(0, 3);
  for (int i = 0; i < 3; ++i)
    go.open();
  int sum = 0;
  int status = 0;
  while (::waitpid(-group, &status, 0) > 0)
    sum += WEXITSTATUS(status);
  plain::say("%d %d\n", sum, WEXITSTATUS(plain::reap(alone)));
}
