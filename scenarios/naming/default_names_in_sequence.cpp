// Default names count processes in the order in which they are made, not started.
//
// Source: Python library reference: multiprocessing.Process.name
#include "support/scenario.hpp"

void task() {
  print("{}", exeunt::current_process().name());
}

void program() {
  exeunt::Process first(task), second(task), third(task);
  for (exeunt::Process* child : {&third, &first, &second}) {
    child->start();
    child->join();
  }
}

EXEUNT_MAIN(program)
