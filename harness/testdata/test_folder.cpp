#include "test_folder.hpp"

#include <cstdlib>
#include <stdexcept>
#include <string>

namespace harness {

TestFolder::TestFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "exeunt-judge-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp " + name);
  path_ = name;
}

TestFolder::~TestFolder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

}  // namespace harness
