// A program that becomes another one keeps its children, and the zombie that it has.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::await_zombie(plain::fork_child([] { return 3; }));
  plain::become({"/bin/sh", "-c", "exit 5"});
}
