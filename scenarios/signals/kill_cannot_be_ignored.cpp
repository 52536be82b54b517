// A process that ignores terminate() is ended by kill() all the same.
//
// SIGKILL can be neither caught nor ignored nor blocked.
//
// On Windows terminate() cannot be ignored either: it ends the process at once, though not before it returns.
//
// Source: POSIX: sigaction; Python library reference: multiprocessing.Process.kill
#include "support/scenario.hpp"

#include <csignal>

void task(exeunt::Event ready, exeunt::Event never) {
  std::signal(SIGTERM, SIG_IGN);
  ready.set();
  never.wait();
}

void program() {
  exeunt::Event ready;
  exeunt::Process child(task, ready, exeunt::Event());
  child.start();
  ready.wait();
  child.terminate();
  print("Alive: {}", child.is_alive());
  child.kill();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
