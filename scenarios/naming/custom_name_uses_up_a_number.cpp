// A process with a name of its own still takes a number from the count.
//
// Source: Python library reference: multiprocessing.Process.name
// Start methods: none
#include "support/scenario.hpp"

void program() {
  const exeunt::Process first, second({.name = "Clerk"}), third;
  print("{} {} {}", first.name(), second.name(), third.name());
}

EXEUNT_MAIN(program)
