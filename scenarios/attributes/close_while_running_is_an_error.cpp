// A process that runs cannot be closed.
//
// The attempt is an error, and leaves the process and its object as they were.
//
// Source: Python library reference: multiprocessing.Process.close
#include "support/scenario.hpp"

void task(exeunt::Event parent_tried) {
  parent_tried.wait();
}

void program() {
  exeunt::Event tried;
  exeunt::Process child(task, tried);
  child.start();
  try {
    child.close();
  } catch (const exeunt::ValueError& error) {
    print("ValueError: {}", error.what());
  }
  tried.set();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
