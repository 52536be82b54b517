// An argument that means nothing elsewhere crosses under fork only.
//
// What refers to the memory of its process (a pointer, a lock) cannot be sent to another program: start()
// fails, and nothing is started.
//
// Source: Python library reference: multiprocessing, Programming guidelines (picklability)
#include "support/scenario.hpp"

void task(const int* number) {
  exeunt::exit(*number);
}

void program() {
  const int number = 3;
  exeunt::Process child(task, &number);
  try {
    child.start();
    child.join();
  } catch (const exeunt::TypeError&) {
    print("TypeError");
  }
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
