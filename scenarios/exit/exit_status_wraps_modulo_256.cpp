// Only the low eight bits of a status survive.
//
// The system keeps eight bits: 256 becomes 0, which looks like success, and -1 becomes 255.
//
// Windows keeps 32 bits, and knows no sign: 256 stays 256, and -1 becomes 4294967295.
//
// Source: Python library reference: sys.exit; POSIX: _exit
#include "support/scenario.hpp"

void task(int status) {
  exeunt::exit(status);
}

void program() {
  for (const int status : {255, 256, 263, -1, -15}) {
    exeunt::Process child(task, status);
    child.start();
    child.join();
    print("{} -> {}", status, child.exitcode());
  }
}

EXEUNT_MAIN(program)
