// A program that chooses no start method gets its platform's default.
//
// On Linux that is fork (spawn and forkserver are to be had as well).
//
// Source: Python library reference: multiprocessing.get_start_method
// Start methods: none
// Platforms: linux
#include "support/scenario.hpp"

void program() {
  print("{}", exeunt::get_start_method());
  for (const exeunt::StartMethod method : exeunt::all_start_methods())
    print("- {}", method);
}

EXEUNT_MAIN(program)
