// A process object can be started only by the process that made it.
//
// A forked child has a copy of it, and the copy is of no use.
//
// Source: Python library reference: multiprocessing.Process.start
// Start methods: fork
#include "support/scenario.hpp"

void nothing() {}

void meddle(exeunt::Process& other) {
  try {
    other.start();
  } catch (const exeunt::AssertionError& error) {
    print("AssertionError: {}", error.what());
  }
}

void program() {
  exeunt::Process other(nothing);
  exeunt::Process child([&other] { meddle(other); });
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
