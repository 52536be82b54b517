#include "suite/python.hpp"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <string>

namespace harness {

bool is_program(const std::filesystem::path& file) {
  if (!std::filesystem::is_regular_file(file) || ::access(file.c_str(), X_OK) != 0) return false;
  std::array<char, 2> start{};
  std::ifstream(file, std::ios::binary).read(start.data(), start.size());
  return start != std::array<char, 2>{'#', '!'};
}

std::optional<std::filesystem::path> find_python(std::string_view name) {
  const char* variable = std::getenv("PATH");
  std::string rest = variable != nullptr ? variable : "/usr/local/bin:/usr/bin:/bin";
  while (!rest.empty()) {
    const std::size_t end = rest.find(':');
    const std::filesystem::path candidate = std::filesystem::path(rest.substr(0, end)) / name;
    if (candidate.is_absolute() && is_program(candidate)) return candidate;
    rest.erase(0, end == std::string::npos ? rest.size() : end + 1);
  }
  return std::nullopt;
}

}  // namespace harness
