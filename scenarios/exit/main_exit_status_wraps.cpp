// A main program's status, too, keeps its low eight bits only.
//
// 263 is 7 more than 256: whoever started the program sees 7.
//
// Windows itself keeps all of it; a Unix program that started it there (by Wine) sees the low eight bits.
//
// Source: POSIX: exit; Python library reference: sys.exit
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::exit(263);
}

EXEUNT_MAIN(program)
