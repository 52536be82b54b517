// A process may terminate another one that is not its child.
//
// Signals are for everybody who may send them; only the waiting is the parent's. So the meddler ends its
// sibling, whose parent reads the status.
//
// Source: Python library reference: multiprocessing.Process.terminate
// Start methods: fork
#include "support/scenario.hpp"

void wait_for_ever(exeunt::Event never) {
  never.wait();
}

void program() {
  exeunt::Process sibling(wait_for_ever, exeunt::Event());
  sibling.start();
  exeunt::Process meddler([&sibling] { sibling.terminate(); });
  meddler.start();
  meddler.join();
  sibling.join();
  print("Exitcode: {}", sibling.exitcode());
}

EXEUNT_MAIN(program)
