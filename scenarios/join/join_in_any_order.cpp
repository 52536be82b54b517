// Children may be joined in another order than they end.
//
// The children end in the order of their numbers and are joined in the reverse; each status is kept for its
// join.
//
// Source: Python library reference: multiprocessing.Process.join
#include "support/scenario.hpp"

void task(int number, exeunt::Event before, exeunt::Event after) {
  before.wait();
  print_flushed("Child {} ends", number);
  after.set();
  exeunt::exit(number);
}

void program() {
  exeunt::Event first_may_end, second_may_end, third_may_end, all_ended;
  exeunt::Process first(task, 1, first_may_end, second_may_end);
  exeunt::Process second(task, 2, second_may_end, third_may_end);
  exeunt::Process third(task, 3, third_may_end, all_ended);
  for (exeunt::Process* child : {&first, &second, &third})
    child->start();
  first_may_end.set();
  all_ended.wait();
  for (exeunt::Process* child : {&third, &second, &first}) {
    child->join();
    print("Exitcode: {}", child->exitcode());
  }
}

EXEUNT_MAIN(program)
