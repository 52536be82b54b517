// A forked child has its parent's open descriptors; a fresh one has the standard three.
//
// The number of an open pipe means something in a copy of the process, and nothing in another program.
//
// Source: POSIX: fork, exec, FD_CLOEXEC; Python library reference: os, Inheritance of File Descriptors
#include "support/scenario.hpp"

#include <fcntl.h>
#include <unistd.h>

void task(int descriptor) {
  print("Open: {}", ::fcntl(descriptor, F_GETFD) >= 0);
}

void program() {
  const int high = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 500);
  exeunt::Process child(task, high);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
