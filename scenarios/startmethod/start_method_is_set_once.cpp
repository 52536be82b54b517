// The start method may be set once.
//
// Setting it again needs force, for processes may have been started by the old one; and there is no method
// but the named ones.
//
// On Windows fork is such a name: there is spawn alone.
//
// Source: Python library reference: multiprocessing.set_start_method
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::set_start_method(exeunt::StartMethod::spawn);
  try {
    exeunt::set_start_method(exeunt::StartMethod::fork);
  } catch (const exeunt::RuntimeError& error) {
    print("RuntimeError: {}", error.what());
  }
  print("{}", exeunt::get_start_method());
  exeunt::set_start_method(exeunt::StartMethod::fork, true);
  print("{}", exeunt::get_start_method());
  try {
    exeunt::set_start_method(exeunt::start_method_named("teleport"), true);
  } catch (const exeunt::ValueError& error) {
    print("ValueError: {}", error.what());
  }
}

EXEUNT_MAIN(program)
