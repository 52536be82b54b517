// Two commands read by popen(), one after the other.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  for (const char* command : {"echo one; exit 1", "echo two; exit 2"}) {
    std::FILE* output = ::popen(command, "r");
    if (output == nullptr) plain::give_up("popen");
    std::array<char, 64> line{};
    if (std::fgets(line.data(), line.size(), output) == nullptr) plain::give_up("fgets");
    plain::say("%d %s", WEXITSTATUS(::pclose(output)), line.data());
  }
}
