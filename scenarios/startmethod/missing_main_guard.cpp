// A fresh child begins at main(), which must know what it is for.
//
// Here main() starts a process without having called run_main(), the library's guard: a forked child goes on
// where its parent was, but a fresh one would start the program over again. Python has "if __name__ ==
// '__main__'" for it. The library refuses in the parent; CPython starts the child, which refuses to start
// processes while it is itself beginning.
//
// Source: Python library reference: multiprocessing, Safe importing of main module
#include "support/scenario.hpp"

void task() {
  print("Child runs");
}

int main() {
  exeunt::Process child(task);
  try {
    child.start();
    child.join();
  } catch (const exeunt::RuntimeError&) {
    print("RuntimeError");
  }
  print("Exitcode: {}", child.exitcode());
}
