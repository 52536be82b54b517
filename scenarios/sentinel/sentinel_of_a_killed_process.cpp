// The sentinel of a process that is killed becomes ready too.
//
// Not the process tells of its end, but the operating system.
//
// On Windows kill() is terminate() by another name, so the exit code is -15.
//
// Source: Python library reference: multiprocessing.Process.sentinel
#include "support/scenario.hpp"

void task(exeunt::Event never) {
  never.wait();
}

void program() {
  exeunt::Process child(task, exeunt::Event());
  child.start();
  child.kill();
  const std::vector sentinels{child.sentinel()};
  print("Ready: {}", exeunt::wait(sentinels).size());
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
