// A truth value as a status is a number: true is 1, a failure.
//
// Who ends a child by exit(success) tells the parent the opposite of what was meant.
//
// Source: Python library reference: sys.exit
#include "support/scenario.hpp"

void task(bool truth) {
  exeunt::exit(truth);
}

void program() {
  for (const bool truth : {true, false}) {
    exeunt::Process child(task, truth);
    child.start();
    child.join();
    print("{} -> {}", truth, child.exitcode());
  }
}

EXEUNT_MAIN(program)
