// Cleanup runs when the main program leaves by exit().
//
// Source: Python library reference: sys.exit
// Start methods: none
#include "support/scenario.hpp"

struct Cleanup {
  ~Cleanup() { print_flushed("Cleaned up"); }
};

void program() {
  const Cleanup cleanup;
  exeunt::exit(6);
}

EXEUNT_MAIN(program)
