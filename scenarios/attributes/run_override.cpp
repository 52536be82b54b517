// A subclass may replace run(), which is what the child does.
//
// Objects of subclasses cross to the child under fork only, in C++.
//
// Source: Python library reference: multiprocessing.Process.run
// Start methods: fork
#include "support/scenario.hpp"

struct Worker : exeunt::Process {
  void run() override {
    print("{} runs", name());
    exeunt::exit(4);
  }
};

void program() {
  Worker child;
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
