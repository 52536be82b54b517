// A child that is killed with its process group, which its own child has left.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Gate begun, go;
  const pid_t child = plain::fork_child([&] {
    plain::must(::setpgid(0, 0), "setpgid");
    plain::fork_child([&] {
      plain::must(::setpgid(0, 0), "setpgid");
      begun.open();
      go.wait();
      return 6;
    });
    plain::wait_to_be_killed();
  });
  begun.wait();
  plain::must(::kill(-child, SIGKILL), "kill");
  plain::reap(child);
  go.open();
}
