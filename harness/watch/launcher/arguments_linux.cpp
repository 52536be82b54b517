#include <fstream>
#include <iterator>

#include "watch/launcher/argument_block.hpp"
#include "watch/launcher/arguments.hpp"

namespace harness::launcher {

std::vector<std::string> arguments_of(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/cmdline", std::ios::binary);
  return words_of_block(std::string(std::istreambuf_iterator<char>(file), {}));
}

}  // namespace harness::launcher
