// A program that ends by abort.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  std::abort();
}
