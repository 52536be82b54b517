// A program started with an empty name.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::reap(plain::fork_child([] { plain::become({"", "-c", "exit 2"}, "/bin/sh"); }));
}
