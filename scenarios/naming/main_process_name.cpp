// The main process is named MainProcess.
//
// Source: Python library reference: multiprocessing.current_process
// Start methods: none
#include "support/scenario.hpp"

void program() {
  print("{}", exeunt::current_process().name());
}

EXEUNT_MAIN(program)
