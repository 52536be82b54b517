// A program that stops itself.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  ::raise(SIGSTOP);
}
