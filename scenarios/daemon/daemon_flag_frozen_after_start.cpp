// The daemon flag cannot be changed after the start.
//
// What becomes of a process at its parent's end is settled when it starts; to change one's mind later is an
// error, even when the process has ended.
//
// Source: Python library reference: multiprocessing.Process.daemon
#include "support/scenario.hpp"

void task() {}

void try_to_change(exeunt::Process& child) {
  try {
    child.set_daemon(true);
  } catch (const exeunt::AssertionError& error) {
    print("AssertionError: {}", error.what());
  }
}

void program() {
  exeunt::Process child(task);
  child.start();
  try_to_change(child);
  child.join();
  try_to_change(child);
  print("Daemon: {}", child.daemon());
}

EXEUNT_MAIN(program)
