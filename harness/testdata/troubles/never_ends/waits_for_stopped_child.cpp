// A program that waits for a child that stopped itself.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::reap(plain::fork_child([] { ::raise(SIGSTOP); }));
}
