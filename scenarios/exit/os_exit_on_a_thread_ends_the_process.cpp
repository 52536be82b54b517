// os_exit() on any thread ends the whole process.
//
// The first thread waits for the other one, and never comes back from it.
//
// Source: Python library reference: os._exit
#include "support/scenario.hpp"

#include <thread>

void leave() {
  exeunt::os_exit(6);
}

void task() {
  std::thread(leave).join();
  print_flushed("Never gets here...");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
