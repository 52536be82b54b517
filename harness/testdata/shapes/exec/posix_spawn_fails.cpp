// posix_spawn of a program that does not exist tells so, and leaves a child that it waited for itself.
//
// Start methods: none
#include <spawn.h>

#include "support/plain.hpp"

int main() {
  pid_t pid = 0;
  const std::array<const char*, 2> words{"program", nullptr};
  const int error = ::posix_spawn(&pid, "/no/such/program", nullptr, nullptr,
                                  const_cast<char* const*>(words.data()), environ);
  plain::say("%s\n", error == ENOENT ? "no such program" : "something else");
}
