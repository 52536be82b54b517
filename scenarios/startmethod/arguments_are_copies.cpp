// Arguments are copies: what a child does to them its parent does not see.
//
// Under every start method, fork included: processes share no memory unless they ask for it.
//
// Source: Python library reference: multiprocessing, Exchanging objects between processes
#include "support/scenario.hpp"

void task(std::vector<int> numbers) {
  numbers.push_back(3);
  print_flushed("Child: {}", numbers);
}

void program() {
  std::vector numbers{1, 2};
  exeunt::Process child(task, numbers);
  child.start();
  child.join();
  print("Parent: {}", numbers);
}

EXEUNT_MAIN(program)
