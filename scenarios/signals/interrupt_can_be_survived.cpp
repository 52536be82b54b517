// A child that swallows KeyboardInterrupt goes on as if nothing had happened.
//
// Its target returns, so its status is 0, and its parent cannot tell that it was interrupted.
//
// Source: Python library reference: multiprocessing.Process.interrupt (new in 3.14), KeyboardInterrupt
// Platforms: linux, darwin, freebsd
#include "support/scenario.hpp"

void task(exeunt::Event ready, exeunt::Event never) {
  try {
    ready.set();
    never.wait();
  } catch (const exeunt::KeyboardInterrupt&) {
  }
  print("Child goes on");
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
