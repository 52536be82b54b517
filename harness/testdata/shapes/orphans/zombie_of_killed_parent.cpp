// Zombies of a process that was killed: nobody waited for them, and nobody could any more.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Gate ready;
  const pid_t middle = plain::fork_child([&] {
    for (const int status : {7, 8})
      plain::await_zombie(plain::fork_child([&] { return status; }));
    plain::reap(plain::fork_child([] { return 9; }));
    ready.open();
    plain::wait_to_be_killed();
  });
  ready.wait();
  plain::must(::kill(middle, SIGKILL), "kill");
  plain::reap(middle);
}
