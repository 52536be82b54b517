// A process cannot join or test a process that another one started.
//
// A forked child has a copy of its parent's objects, its sibling's among them. But the sibling is not its
// child: the operating system would not tell it how the sibling ended.
//
// Source: Python library reference: multiprocessing.Process.join, is_alive
// Start methods: fork
#include "support/scenario.hpp"

void wait_for(exeunt::Event event) {
  event.wait();
}

void meddle(exeunt::Process& sibling) {
  try {
    sibling.join();
  } catch (const exeunt::AssertionError& error) {
    print("AssertionError: {}", error.what());
  }
  try {
    print("{}", sibling.is_alive());
  } catch (const exeunt::AssertionError& error) {
    print("AssertionError: {}", error.what());
  }
  print("Exitcode: {}", sibling.exitcode());
}

void program() {
  exeunt::Event tried;
  exeunt::Process sibling(wait_for, tried);
  sibling.start();
  exeunt::Process meddler([&sibling] { meddle(sibling); });
  meddler.start();
  meddler.join();
  tried.set();
  sibling.join();
}

EXEUNT_MAIN(program)
