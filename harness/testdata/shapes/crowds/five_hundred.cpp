// Five hundred children alive at once.
//
// Start methods: none
#include "support/crowd.hpp"

int main() {
  return crowd(500);
}
