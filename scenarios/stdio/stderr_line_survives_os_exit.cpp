// A whole line on stderr survives os_exit(), half a line does not.
//
// stderr is written line by line, also on a pipe and in a file. (Before 3.9, CPython kept even whole lines in
// a buffer there.)
//
// The C runtime of Windows knows no buffering by line: there the library writes everything at once, and half
// a line survives as well.
//
// Source: Python library reference: sys.stderr, os._exit
#include "support/scenario.hpp"

#include <cstdio>

void task() {
  std::fputs("Whole line\nHalf a line", stderr);
  exeunt::os_exit(0);
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
