// os_exit as exit: what was buffered is written.
#include "support/plain.hpp"

int main() {
  std::printf("Main prints a line\n");
  std::exit(4);
}
