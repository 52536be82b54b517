// A forked child sees what its parent changed; a fresh one does not.
//
// fork copies the parent's memory as it is; spawn and forkserver begin the program anew.
//
// Source: Python library reference: multiprocessing, Contexts and start methods
#include "support/scenario.hpp"

std::string colour = "plain";

void task() {
  print("{}", colour);
}

void program() {
  colour = "painted";
  exeunt::Process child(task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
