// Two thousand children alive at once.
//
// Start methods: none
#include "support/crowd.hpp"

int main() {
  return crowd(2000);
}
