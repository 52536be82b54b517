// A status that somebody else took is lost to CPython, and found again by the library.
//
// A waitpid() of one's own takes the status before join() can. To CPython the child then seems alive for
// ever; the documentation promises otherwise, and the library asks the kernel (Linux 6.15; elsewhere the
// status is 255). Children of CPython's fork server are the server's, so nobody can steal them.
//
// Source: POSIX: waitpid; Python library reference: multiprocessing.Process.exitcode
#include "support/scenario.hpp"

#include <sys/wait.h>

void task() {
  exeunt::exit(3);
}

void program() {
  exeunt::Process child(task);
  child.start();
  int status = 0;
  if (::waitpid(*child.pid(), &status, 0) > 0)
    print("Stolen: {}", WEXITSTATUS(status));
  else
    print("Not my child");
  child.join();
  print("Exitcode: {} Alive: {}", child.exitcode(), child.is_alive());
}

EXEUNT_MAIN(program)
