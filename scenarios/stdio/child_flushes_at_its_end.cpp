// A child that ends by itself flushes what it has printed.
//
// Half a line, too, and whether it returns or leaves by exit().
//
// Source: Python library reference: sys.exit
#include "support/scenario.hpp"

void returns() {
  print_unfinished("<returned>");
}

void leaves() {
  print_unfinished("<left>");
  exeunt::exit();
}

void program() {
  exeunt::Process first(returns), second(leaves);
  for (exeunt::Process* child : {&first, &second}) {
    child->start();
    child->join();
  }
  print("");
}

EXEUNT_MAIN(program)
