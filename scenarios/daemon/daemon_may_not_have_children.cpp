// A daemon may not start processes.
//
// It may be ended at any moment, and could then not end its own children.
//
// Source: Python library reference: multiprocessing.Process.daemon
#include "support/scenario.hpp"

void nothing() {}

void task() {
  exeunt::Process inner(nothing);
  try {
    inner.start();
  } catch (const exeunt::AssertionError& error) {
    print("AssertionError: {}", error.what());
  }
}

void program() {
  exeunt::Process child({.daemon = true}, task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
