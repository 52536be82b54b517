// Where SIGCHLD is ignored the kernel reaps children by itself, and CPython loses their statuses.
//
// join() still waits for the end. To CPython the child then seems alive for ever; the library asks the kernel
// for the status (Linux 6.15; elsewhere it is 255). Under CPython's forkserver the server reaps, and it does
// not ignore SIGCHLD.
//
// Source: POSIX: sigaction; Python library reference: multiprocessing.Process.exitcode
#include "support/scenario.hpp"

#include <csignal>

void task() {
  exeunt::exit(3);
}

void program() {
  std::signal(SIGCHLD, SIG_IGN);
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {} Alive: {}", child.exitcode(), child.is_alive());
}

EXEUNT_MAIN(program)
