// No cleanup runs when the main program leaves by os_exit().
//
// Source: Python library reference: os._exit
// Start methods: none
#include "support/scenario.hpp"

struct Cleanup {
  ~Cleanup() { print_flushed("Cleaned up"); }
};

void program() {
  const Cleanup cleanup;
  exeunt::os_exit(6);
}

EXEUNT_MAIN(program)
