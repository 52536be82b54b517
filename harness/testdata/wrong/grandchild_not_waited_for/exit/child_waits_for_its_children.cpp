// The child ends before its own child.
#include "support/plain.hpp"

int main() {
  const plain::Gate done;
  plain::reap(plain::fork_child([&] {
    const plain::Life own;
    plain::fork_child([&] {
      own.await_end();
      plain::say("Grandchild ends, parent alive: True\n");
      done.open();
    });
    return 5;
  }));
  done.wait();
  plain::say("Exitcode: 5\n");
}
