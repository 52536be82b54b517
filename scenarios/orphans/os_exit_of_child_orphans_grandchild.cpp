// A child that leaves by os_exit() orphans its own child.
//
// The main program joins the child and is not concerned: it never was the grandchild's parent, and does not
// become it.
//
// Source: Python library reference: os._exit
#include "support/scenario.hpp"

void grandchild(exeunt::Pipe running, exeunt::Pipe main_joined) {
  running.send("now");
  main_joined.receive();
  print("Parent alive: {}", exeunt::parent_process()->is_alive());
}

void task(exeunt::Pipe main_joined) {
  exeunt::Pipe running;
  exeunt::Process inner(grandchild, running, main_joined);
  inner.start();
  running.receive();
  exeunt::os_exit(5);
}

void program() {
  exeunt::Pipe joined;
  exeunt::Process child(task, joined);
  child.start();
  child.join();
  print_flushed("Exitcode: {}", child.exitcode());
  joined.send("now");
}

EXEUNT_MAIN(program)
