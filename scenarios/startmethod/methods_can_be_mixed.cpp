// One program may start processes by several methods.
//
// Each child sees the one that made it.
//
// On Windows there is but one.
//
// Source: Python library reference: multiprocessing.get_context, set_start_method
// Start methods: none
#include "support/scenario.hpp"

void task() {
  print("{}", exeunt::get_start_method());
}

void program() {
  for (const exeunt::StartMethod method : exeunt::all_start_methods()) {
    exeunt::set_start_method(method, true);
    exeunt::Process child(task);
    child.start();
    child.join();
  }
}

EXEUNT_MAIN(program)
