// A child that is traced by its parent. Nobody else can trace it then, so nobody can hold it up.
//
// Start methods: none
#include <sys/ptrace.h>

#include "support/plain.hpp"

int main() {
  plain::reap(plain::fork_child([] { ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }));
}
