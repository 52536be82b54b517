#include "support/find_program.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "support/errors.hpp"

namespace harness {

bool executable(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::is_regular_file(file, error) && ::access(file.c_str(), X_OK) == 0;
}

std::filesystem::path find_program(const std::string& word) {
  if (word.find('/') != std::string::npos) {
    if (!std::filesystem::exists(word)) throw CannotJudge("cannot start " + word + ": no such file");
    if (!executable(word)) throw CannotJudge("cannot start " + word + ": it is not an executable file");
    return std::filesystem::absolute(word);
  }
  const char* variable = std::getenv("PATH");
  std::string rest = variable != nullptr ? variable : "/usr/local/bin:/usr/bin:/bin";
  while (!rest.empty()) {
    const std::size_t end = rest.find(':');
    const std::filesystem::path candidate = std::filesystem::path(rest.substr(0, end)) / word;
    if (executable(candidate)) return std::filesystem::absolute(candidate);
    rest.erase(0, end == std::string::npos ? rest.size() : end + 1);
  }
  throw CannotJudge("cannot start " + word + ": there is no such program on PATH");
}

bool is_for_the_shell(const std::filesystem::path& program) {
  constexpr std::size_t looked_at = 256;
  std::string beginning(looked_at, ' ');
  std::ifstream file(program, std::ios::binary);
  if (!file) return false;
  file.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
  beginning.resize(static_cast<std::size_t>(file.gcount()));
  return !beginning.starts_with("#!") && beginning.find('\0') == std::string::npos;
}

}  // namespace harness
