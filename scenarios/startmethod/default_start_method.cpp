// A program that chooses no start method gets its platform's default.
//
// On Linux that is fork (spawn and forkserver are to be had as well); on Windows spawn, and there is no
// other.
//
// Source: Python library reference: multiprocessing.get_start_method
// Start methods: none
// Platforms: linux, windows
#include "support/scenario.hpp"

void program() {
  print("{}", exeunt::get_start_method());
  for (const exeunt::StartMethod method : exeunt::all_start_methods())
    print("- {}", method);
}

EXEUNT_MAIN(program)
