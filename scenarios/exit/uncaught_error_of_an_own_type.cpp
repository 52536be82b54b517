// The report of an uncaught exception names its type, the program's own types too.
//
// The first line names the process, the second the type and what it says.
//
// Source: Python tutorial: User-defined Exceptions
#include "support/scenario.hpp"

struct OutOfPaper : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void task() {
  throw OutOfPaper("tray 2");
}

void program() {
  exeunt::Process child({.name = "Printer"}, task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
