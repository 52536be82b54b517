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
  std::size_t ready = 0;
  while (ready < 2)
    ready = exeunt::wait(sentinels).size();
  print("Ready: {}", ready);
}

EXEUNT_MAIN(program)
