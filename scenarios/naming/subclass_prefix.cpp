// The default name of a process begins with the name of its class.
//
// All classes share one count.
//
// Source: Python library reference: multiprocessing.Process.name
// Start methods: none
#include "support/scenario.hpp"

struct Worker : exeunt::Process {};

void program() {
  const Worker first;
  const exeunt::Process second;
  const Worker third;
  print("{} {} {}", first.name(), second.name(), third.name());
}

EXEUNT_MAIN(program)
