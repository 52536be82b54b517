#include <filesystem>
#include <fstream>
#include <sstream>

#include "run/emulators.hpp"

namespace harness {

std::vector<Emulator> emulators_of_the_kernel() {
  std::vector<Emulator> emulators;
  std::error_code error;  // nothing of it may be there
  for (const auto& file : std::filesystem::directory_iterator("/proc/sys/fs/binfmt_misc", error)) {
    std::ostringstream entry;
    entry << std::ifstream(file.path()).rdbuf();  // `register` can be opened, and not read
    if (std::optional<Emulator> emulator = read_emulator(entry.str()))
      emulators.push_back(*std::move(emulator));
  }
  return emulators;
}

}  // namespace harness
