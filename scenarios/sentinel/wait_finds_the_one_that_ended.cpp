// Of several sentinels, wait() gives those of the processes that have ended.
//
// Source: Python library reference: multiprocessing.connection.wait
#include "support/scenario.hpp"

void task(exeunt::Event end) {
  end.wait();
}

void program() {
  exeunt::Event end_first, end_second;
  exeunt::Process first(task, end_first), second(task, end_second);
  first.start();
  second.start();
  const std::vector sentinels{first.sentinel(), second.sentinel()};
  end_second.set();
  const std::vector ready = exeunt::wait(sentinels);
  print("The second alone: {}", ready == std::vector{second.sentinel()});
  end_first.set();
  first.join();
  second.join();
}

EXEUNT_MAIN(program)
