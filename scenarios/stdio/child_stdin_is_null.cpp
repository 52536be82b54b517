// A child's standard input is empty: it is /dev/null, and main's is its own.
//
// Two readers of one terminal would tear its lines apart between them.
//
// Source: Python library reference: multiprocessing, Programming guidelines: Beware of replacing sys.stdin
#include "support/scenario.hpp"

#include <iostream>

void read_line() {
  std::string line = "nothing";
  std::getline(std::cin, line);
  print_flushed("{} reads: {}", exeunt::current_process().name(), std::cin ? line : "nothing");
}

void program() {
  exeunt::Process child(read_line);
  child.start();
  child.join();
  read_line();
}

EXEUNT_MAIN(program)
