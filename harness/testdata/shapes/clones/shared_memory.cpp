// A process that shares its parent's memory and is no thread.
//
// Start methods: none
#include "support/plain.hpp"

namespace {

int told = 0;

int tell(void*) {
  told = 17;
  return 7;
}

}  // namespace

int main() {
  alignas(16) static std::array<char, 65536> stack;
  const pid_t pid =
      plain::must(::clone(tell, stack.data() + stack.size(), CLONE_VM | SIGCHLD, nullptr), "clone");
  plain::say("%d\n", WEXITSTATUS(plain::reap(pid)));
  plain::say("%d\n", told);
}
