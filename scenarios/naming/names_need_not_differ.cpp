// Two processes may bear the same name.
//
// A name is for the reader; a process is known by its pid.
//
// Source: Python library reference: multiprocessing.Process.name
#include "support/scenario.hpp"

void task() {}

void program() {
  exeunt::Process one({.name = "Twin"}, task), other({.name = "Twin"}, task);
  one.start();
  other.start();
  one.join();
  other.join();
  print("{} {} differ: {}", one.name(), other.name(), one.pid() != other.pid());
}

EXEUNT_MAIN(program)
