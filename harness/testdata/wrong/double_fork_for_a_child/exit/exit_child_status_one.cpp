// The work is done by a grandchild whose parent has gone; its status reaches the program through a pipe.
#include "support/plain.hpp"

int main() {
  const plain::Gate done;
  plain::reap(plain::fork_child([&] {
    const plain::Life own;
    plain::fork_child([&] {
      own.await_end();
      plain::say("Child process running\nExiting...\n");
      done.open();
      return 1;
    });
  }));
  done.wait();
  plain::say("Alive: False\nExitcode: 1\n");
}
