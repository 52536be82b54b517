// A process whose object was closed cannot be interrupted.
//
// Nobody is left to be asked: the object has given its process up.
//
// Source: Python library reference: multiprocessing.Process.interrupt (new in 3.14), close
#include "support/scenario.hpp"

void task() {}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  child.close();
  try {
    child.interrupt();
  } catch (const exeunt::ValueError& error) {
    print("ValueError: {}", error.what());
  }
}

EXEUNT_MAIN(program)
