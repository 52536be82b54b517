// A sentinel is ready when its process has ended, whoever else lives.
//
// Under fork CPython's is not: it is one end of a pipe, which a grandchild inherits and holds. The
// documentation promises otherwise, and the library keeps the promise.
//
// Source: Python library reference: multiprocessing.Process.sentinel
#include "support/scenario.hpp"

void grandchild(exeunt::Pipe running, exeunt::Pipe main_looked) {
  running.send("now");
  main_looked.receive();
}

void task(exeunt::Pipe main_looked) {
  exeunt::Pipe running;
  exeunt::Process inner(grandchild, running, main_looked);
  inner.start();
  running.receive();
  exeunt::os_exit(8);
}

void program() {
  exeunt::Pipe looked;
  exeunt::Process child(task, looked);
  child.start();
  child.join();
  const std::vector sentinels{child.sentinel()};
  print("Exitcode: {} Ready: {}", child.exitcode(), !exeunt::wait(sentinels, 1s).empty());
  looked.send("now");
}

EXEUNT_MAIN(program)
