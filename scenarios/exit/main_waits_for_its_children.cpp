// A main program waits at its end for children that nobody joined.
//
// Children that are no daemons are waited for without a limit, in whatever order they end. The second child
// is let on by an exit handler of the main program, whose own lines are over by then; the first child follows
// the second.
//
// Source: Python library reference: multiprocessing, Joining processes
#include "support/scenario.hpp"

void first(exeunt::Pipe second_ends) {
  second_ends.receive();
  print("First child ends");
}

void second(exeunt::Pipe main_ends, exeunt::Pipe second_ends) {
  main_ends.receive();
  print_flushed("Second child ends");
  second_ends.send("now");
}

void program() {
  exeunt::Pipe main_ends, second_ends;
  exeunt::Process first_child(first, second_ends);
  exeunt::Process second_child(second, main_ends, second_ends);
  first_child.start();
  second_child.start();
  exeunt::at_exit([main_ends]() mutable { main_ends.send("now"); });
  print("Main ends");
}

EXEUNT_MAIN(program)
