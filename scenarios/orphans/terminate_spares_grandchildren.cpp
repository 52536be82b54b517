// terminate() ends one process, not its family: the grandchild lives on.
//
// No group and no session is signalled. The grandchild is orphaned, and goes on.
//
// Source: Python library reference: multiprocessing.Process.terminate
#include "support/scenario.hpp"

void grandchild(exeunt::Pipe done) {
  exeunt::parent_process()->join();
  print_flushed("Grandchild goes on");
  done.send("now");
}

void task(exeunt::Pipe started, exeunt::Pipe done) {
  exeunt::Process inner(grandchild, done);
  inner.start();
  started.send("now");
  inner.join();
}

void program() {
  exeunt::Pipe started, done;
  exeunt::Process child(task, started, done);
  child.start();
  started.receive();
  child.terminate();
  child.join();
  done.receive();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
