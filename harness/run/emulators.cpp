#include "run/emulators.hpp"

#include <algorithm>
#include <sstream>

namespace harness {

std::optional<Emulator> read_emulator(std::string_view entry) {
  constexpr std::string_view begin_of_elf = "7f454c46";
  Emulator emulator;
  bool enabled = false;
  bool is_for_elf = false;
  std::istringstream lines{std::string(entry)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string key;
    std::string value;
    words >> key >> value;
    if (key == "enabled") enabled = true;
    if (key == "interpreter") emulator.path = value;
    if (key == "flags:") emulator.keeps_argv0 = value.find('P') != std::string::npos;
    if (key == "magic") is_for_elf = value.starts_with(begin_of_elf);
  }
  if (!enabled || !is_for_elf || emulator.path.empty()) return std::nullopt;
  return emulator;
}

std::vector<std::string> without_emulator(std::vector<std::string> argv,
                                          std::span<const Emulator> emulators) {
  if (argv.empty()) return argv;
  const auto found = std::ranges::find(emulators, argv.front(), &Emulator::path);
  if (found == emulators.end()) return argv;
  const std::size_t put_in_front = found->keeps_argv0 ? 2 : 1;
  if (argv.size() > put_in_front)
    argv.erase(argv.begin(), argv.begin() + static_cast<std::ptrdiff_t>(put_in_front));
  return argv;
}

}  // namespace harness
