// A closed process object is of no more use, but for its name.
//
// close() releases what the object holds. Everything but name, daemon and close() itself is then an error.
//
// Source: Python library reference: multiprocessing.Process.close
#include "support/scenario.hpp"

void task() {}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  child.close();
  try {
    print("{}", child.exitcode());
  } catch (const exeunt::ValueError& error) {
    print("ValueError: {}", error.what());
  }
  child.close();
  print("{}", child.name());
}

EXEUNT_MAIN(program)
