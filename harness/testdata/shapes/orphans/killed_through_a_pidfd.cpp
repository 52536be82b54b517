// A child that is killed through its pidfd before it has waited for its own child.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Gate begun, go;
  const pid_t child = plain::fork_child([&] {
    plain::fork_child([&] {
      begun.open();
      go.wait();
      return 6;
    });
    plain::wait_to_be_killed();
  });
  const plain::Life life(child);
  begun.wait();
  plain::must(::syscall(SYS_pidfd_send_signal, life.fd(), SIGKILL, nullptr, 0), "pidfd_send_signal");
  plain::reap(child);
  go.open();
}
