// The main process has no parent process.
//
// Some process did start it, a shell for instance, but not this library: parent_process() knows of none.
//
// Source: Python library reference: multiprocessing.parent_process
// Start methods: none
#include "support/scenario.hpp"

void program() {
  print("Has a parent: {}", exeunt::parent_process() != nullptr);
}

EXEUNT_MAIN(program)
