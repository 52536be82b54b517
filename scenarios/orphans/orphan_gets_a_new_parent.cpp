// An orphan is adopted: the operating system gives it another parent.
//
// parent_process() still names the one that started it; getppid() names the adopter. On macOS and FreeBSD
// a pipe tells of the parent's end, and it may do so a moment before the child is adopted.
//
// Source: POSIX: getppid, _exit; Python library reference: multiprocessing.parent_process
// Start methods: fork, spawn
#include "support/scenario.hpp"

#include <unistd.h>

void task(exeunt::Pipe looked) {
  exeunt::ParentProcess* const parent = exeunt::parent_process();
  print("Own parent: {}", ::getppid() == parent->pid());
  looked.send("now");
  parent->join();
  print("Own parent: {}", ::getppid() == parent->pid());
}

void program() {
  exeunt::Pipe looked;
  exeunt::Process child(task, looked);
  child.start();
  looked.receive();
  exeunt::os_exit(0);
}

EXEUNT_MAIN(program)
