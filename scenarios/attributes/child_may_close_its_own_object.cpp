// A child may close its own process object.
//
// The child goes on with all that it was given, and ends as ever; only its object is of no more use to it.
//
// Source: Python library reference: multiprocessing.current_process, Process.close
#include "support/scenario.hpp"

void task(const std::string& text) {
  exeunt::current_process().close();
  try {
    print("{}", exeunt::current_process().pid());
  } catch (const exeunt::ValueError& error) {
    print("ValueError: {}", error.what());
  }
  print("{} {}", exeunt::current_process().name(), text);
}

void program() {
  exeunt::Process child(task, "goes on");
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
