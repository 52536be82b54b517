// A child that dies without its message leaves a parent that only receives waiting for ever.
//
// The parent could send as well, so the pipe has not ended. Waiting for the sentinel beside the pipe shows
// that the message will not come.
//
// Source: Python library reference: multiprocessing.connection.wait
#include "support/scenario.hpp"

void task(exeunt::Pipe to) {
  exeunt::exit(3);
  to.send("Never sent");
}

void program() {
  exeunt::Pipe pipe;
  exeunt::Process child(task, pipe);
  child.start();
  const std::vector either{pipe.readable(), child.sentinel()};
  print("A death: {}", exeunt::wait(either) == std::vector{child.sentinel()});
  child.join();
  print("Exitcode: {}", child.exitcode());
  print("A message: {}", pipe.receive_for(0s).message.has_value());
}

EXEUNT_MAIN(program)
