// A program that kills its whole process group, itself included.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::say("last words\n");
  plain::must(::kill(0, SIGKILL), "kill");
}
