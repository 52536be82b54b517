// A shell with a pipeline, a subshell and a substitution.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const char* script =
      "(exit 3) | (exit 4) | (exit 5); echo $?\n"
      "(exit 7); echo $?\n"
      "text=$(echo inside; exit 8); echo $? $text\n"
      "exit 9\n";
  plain::reap(plain::fork_child([&] { plain::become({"/bin/sh", "-c", script}); }));
}
