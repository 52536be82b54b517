// A child whose last flush fails does not end with 0.
//
// /dev/full takes nothing: what the child has printed is lost, and the status says so. A forked child ends
// with 1, a fresh one with 120, as a program of its own does. CPython reports what a fresh one could not
// write; the library tells it by the status alone.
//
// Source: Python library reference: sys.exit (status 120); multiprocessing.Process.exitcode
#include "support/scenario.hpp"

#include <fcntl.h>
#include <unistd.h>

void task() {
  ::dup2(::open("/dev/full", O_WRONLY | O_CLOEXEC), STDOUT_FILENO);
  print_unfinished("Lost");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
