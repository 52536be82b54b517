// A child that catches KeyboardInterrupt chooses the status it ends with.
//
// interrupt() only asks: this child cleans up and leaves by exit(7), and nothing is reported.
//
// Source: Python library reference: multiprocessing.Process.interrupt (new in 3.14), KeyboardInterrupt
// Platforms: linux, darwin, freebsd
#include "support/scenario.hpp"

void task(exeunt::Event ready, exeunt::Event never) {
  try {
    ready.set();
    never.wait();
  } catch (const exeunt::KeyboardInterrupt&) {
    print("Child cleans up");
    exeunt::exit(7);
  }
}

void program() {
  exeunt::Event ready, never;
  exeunt::Process child(task, ready, never);
  child.start();
  ready.wait();
  child.interrupt();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
