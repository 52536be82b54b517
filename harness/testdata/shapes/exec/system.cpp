// A command run by system().
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::say("%d\n", WEXITSTATUS(std::system("exit 4")));
}
