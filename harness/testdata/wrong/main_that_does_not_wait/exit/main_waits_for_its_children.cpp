// The program ends without waiting for its children, which end after it.
#include "support/plain.hpp"

int main() {
  const plain::Life program;
  const plain::Gate second_ends;
  plain::fork_child([&] {
    second_ends.wait();
    plain::say("First child ends\n");
  });
  plain::fork_child([&] {
    program.await_end();
    plain::say("Second child ends\n");
    second_ends.open();
  });
  plain::say("Main ends\n");
}
