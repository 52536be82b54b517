// exit() on another thread ends that thread; the process goes on, its status untouched.
//
// It is an exception, and unwinds the thread that throws it. Python's threads swallow it; a C++ thread
// catches it itself, for an exception that leaves a thread ends the program.
//
// Source: Python library reference: threading.excepthook, sys.exit
#include "support/scenario.hpp"

#include <thread>

void leave() {
  try {
    exeunt::exit(3);
  } catch (const exeunt::SystemExit&) {
  }
}

void task() {
  std::thread(leave).join();
  print("Child goes on");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
