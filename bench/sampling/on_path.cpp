#include "sampling/on_path.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace bench {
namespace {

bool is_script(const std::string& file) {
  char start[2] = {};
  std::ifstream(file, std::ios::binary).read(start, sizeof start);
  return start[0] == '#' && start[1] == '!';
}

std::string find(const std::string& name, bool scripts) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin");
  for (std::string folder; std::getline(folders, folder, ':');) {
    std::string file = folder + "/" + name;
    if (folder.starts_with('/') && ::access(file.c_str(), X_OK) == 0 && (scripts || !is_script(file)))
      return file;
  }
  return "";
}

}  // namespace

std::string find_python() {
  return find("python3", false);
}

std::string find_program(const std::string& name) {
  return find(name, true);
}

}  // namespace bench
