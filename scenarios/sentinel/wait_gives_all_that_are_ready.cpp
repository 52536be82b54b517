// wait() gives every sentinel that is ready, in the order asked for.
//
// Source: Python library reference: multiprocessing.connection.wait
#include <array>

#include "support/scenario.hpp"

void task() {}

void program() {
  exeunt::Process one(task), other(task);
  one.start();
  other.start();
  const std::vector sentinels{one.sentinel(), other.sentinel()};
  for (const exeunt::native_handle sentinel : sentinels)
    exeunt::wait(std::array{sentinel});
  print("Ready: {}", exeunt::wait(sentinels).size());
  one.join();
  other.join();
}

EXEUNT_MAIN(program)
