// wait() gives every sentinel that is ready, in the order asked for.
//
// Source: Python library reference: multiprocessing.connection.wait
#include "support/scenario.hpp"

void task() {}

void program() {
  exeunt::Process one(task), other(task);
  one.start();
  other.start();
  one.join();
  other.join();
  const std::vector sentinels{one.sentinel(), other.sentinel()};
  print("Ready: {}", exeunt::wait(sentinels).size());
}

EXEUNT_MAIN(program)
