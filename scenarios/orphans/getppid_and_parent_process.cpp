// A child's parent process is also the operating system's parent of it.
//
// Except under CPython's forkserver, where the server forks the child and parent_process() tells who asked
// for it; so it is with the library where there is no clone3(), by which a server makes a child for another,
// and with musl, whose threads know their number from fork() alone.
//
// Source: Python library reference: multiprocessing.parent_process, os.getppid
// Platforms: linux, darwin
#include "support/scenario.hpp"

#include <unistd.h>

void task() {
  print("Same: {}", ::getppid() == exeunt::parent_process()->pid());
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
