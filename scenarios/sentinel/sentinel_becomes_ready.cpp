// The sentinel of a process becomes ready when the process ends.
//
// It is a handle to wait for, alone or among others: not ready while the process lives, ready from its end
// on.
//
// Source: Python library reference: multiprocessing.Process.sentinel, multiprocessing.connection.wait
#include "support/scenario.hpp"

void task(exeunt::Event parent_looked) {
  parent_looked.wait();
}

void program() {
  exeunt::Event looked;
  exeunt::Process child(task, looked);
  child.start();
  const std::vector sentinels{child.sentinel()};
  print("Ready: {}", !exeunt::wait(sentinels, 0s).empty());
  looked.set();
  print("Ready: {}", !exeunt::wait(sentinels).empty());
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
