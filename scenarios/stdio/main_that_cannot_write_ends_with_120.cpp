// A main program whose last flush fails ends with 120.
//
// /dev/full takes nothing: the print() succeeds, for it only fills a buffer; the flush at the end fails, is
// reported, and makes an otherwise good end a bad one.
//
// Source: Python library reference: sys.exit (status 120)
// Start methods: none
#include "support/scenario.hpp"

#include <fcntl.h>
#include <unistd.h>

void program() {
  ::dup2(::open("/dev/full", O_WRONLY | O_CLOEXEC), STDOUT_FILENO);
  print_unfinished("Lost");
}

EXEUNT_MAIN(program)
