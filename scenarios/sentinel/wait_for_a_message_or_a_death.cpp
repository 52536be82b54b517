// wait() takes pipes beside sentinels: it ends with a message or with a death, whichever comes first.
//
// Source: Python library reference: multiprocessing.connection.wait, multiprocessing.Process.sentinel
#include "support/scenario.hpp"

void task(exeunt::Pipe to, exeunt::Event go) {
  to.send("Hello");
  go.wait();
}

void program() {
  exeunt::Pipe pipe;
  exeunt::Event go;
  exeunt::Process child(task, pipe, go);
  child.start();
  const std::vector either{pipe.readable(), child.sentinel()};
  print("A message: {}", exeunt::wait(either).front() == pipe.readable());
  print("Received: {}", pipe.receive());
  go.set();
  print("A death: {}", exeunt::wait(either).front() == child.sentinel());
  child.join();
}

EXEUNT_MAIN(program)
