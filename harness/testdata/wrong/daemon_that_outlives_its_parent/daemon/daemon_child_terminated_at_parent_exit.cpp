// The daemon is not terminated: it goes on when the program has ended.
#include "support/plain.hpp"

int main() {
  const plain::Gate running;
  plain::fork_child([&] {
    plain::say("Daemon running\n");
    running.open();
    plain::wait_to_be_killed();
  });
  running.wait();
  plain::say("Main ends\n");
}
