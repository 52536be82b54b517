// A program that chooses no start method gets its platform's default.
//
// On Linux and FreeBSD that is fork (spawn and forkserver are to be had as well); on macOS spawn, for its own
// libraries have threads; on Windows spawn, and there is no other.
//
// Source: Python library reference: multiprocessing.get_start_method
// Start methods: none
// Platforms: linux, darwin, freebsd, windows
#include "support/scenario.hpp"

void program() {
  print("{}", exeunt::get_start_method());
  for (const exeunt::StartMethod method : exeunt::all_start_methods())
    print("- {}", method);
}

EXEUNT_MAIN(program)
