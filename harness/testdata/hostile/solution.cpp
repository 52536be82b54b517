#include <iostream>
#include "bounded.h"
int main() {
  const pid_t child = fork();
  if (child == 0) {
    std::cout << "child " << getpid() << " of " << getppid() << std::endl;
    std::_Exit(7);
  }
  int status = 0;
  waitpid(child, &status, 0);
  std::cout << "parent " << getpid() << " reaped " << child << " status " << WEXITSTATUS(status) << "\n";
}
