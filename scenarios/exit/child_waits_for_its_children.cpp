// A child, too, waits at its end for the children that it did not join.
//
// Every process waits for its own. The grandchild goes on only when its parent's function is left, and still
// finds that parent alive; the status of the parent was fixed before the wait.
//
// Source: Python library reference: multiprocessing, Joining processes
#include "support/scenario.hpp"

void grandchild(exeunt::Event parent_ends) {
  parent_ends.wait();
  print_flushed("Grandchild ends, parent alive: {}", exeunt::parent_process()->is_alive());
}

struct Announcement {
  exeunt::Event parent_ends;
  ~Announcement() { parent_ends.set(); }
};

void task(exeunt::Event parent_ends) {
  exeunt::Process inner(grandchild, parent_ends);
  inner.start();
  const Announcement at_the_end{parent_ends};
  exeunt::exit(5);
}

void program() {
  exeunt::Event parent_ends;
  exeunt::Process child(task, parent_ends);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
