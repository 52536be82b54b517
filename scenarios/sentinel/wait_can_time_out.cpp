// wait() with a limit gives nothing when no process has ended by then.
//
// Source: Python library reference: multiprocessing.connection.wait
#include "support/scenario.hpp"

void task(exeunt::Event looked) {
  looked.wait();
}

void program() {
  exeunt::Event looked;
  exeunt::Process child(task, looked);
  child.start();
  const std::vector sentinels{child.sentinel()};
  print("Ready: {}", exeunt::wait(sentinels, 0s).size());
  looked.set();
  print("Ready: {}", exeunt::wait(sentinels).size());
}

EXEUNT_MAIN(program)
