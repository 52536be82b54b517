// os_exit() keeps the low eight bits of a status too.
//
// On Windows, all 32 bits, without a sign.
//
// Source: Python library reference: os._exit; POSIX: _exit
#include "support/scenario.hpp"

void task(int status) {
  exeunt::os_exit(status);
}

void program() {
  for (const int status : {300, -1}) {
    exeunt::Process child(task, status);
    child.start();
    child.join();
    print("{} -> {}", status, child.exitcode());
  }
}

EXEUNT_MAIN(program)
