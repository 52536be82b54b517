// A program that computes for ever.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  volatile unsigned round = 0;
  while (true)
    round = round + 1;
}
