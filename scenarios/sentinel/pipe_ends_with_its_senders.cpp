// wait() counts the end of a pipe as ready: the last process that could send has ended.
//
// The parent closes its own sending end first. A parent that forgets this never sees the end.
//
// Source: Python library reference: multiprocessing.connection.wait,
// multiprocessing.connection.Connection.recv
#include "support/scenario.hpp"

void task(exeunt::Pipe to) {
  to.send("Hello");
}

void program() {
  exeunt::Pipe pipe;
  exeunt::Process child(task, pipe);
  child.start();
  pipe.close_sending();
  child.join();
  const std::vector readable{pipe.readable()};
  print("Ready: {}", !exeunt::wait(readable).empty());
  print("Received: {}", pipe.receive());
  print("Ready: {}", !exeunt::wait(readable).empty());
  print("Ended: {}", !pipe.receive());
}

EXEUNT_MAIN(program)
