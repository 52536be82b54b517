#include "harness/suite_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace bench {
namespace {

namespace fs = std::filesystem;

const std::string printed = "one\ntwo\nthree\n";

const std::string source =
    "// A small program.\n"
    "//\n"
    "// It prints three lines.\n"
    "//\n"
    "// Source: none\n"
    "// Start methods: none\n";

fs::path new_folder() {
  std::string name = (fs::temp_directory_path() / "exeunt-bench-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw std::system_error(errno, std::generic_category(),
                            "make a folder in " + fs::temp_directory_path().string());
  }
  return name;
}

}  // namespace

SuiteFolder::SuiteFolder(const fs::path& program, int count) : path_(new_folder()) {
  for (const char* folder : {"programs/small", "scenarios/small", "expected/small", "outputs"})
    fs::create_directories(path_ / folder);
  for (int i = 0; i < count; ++i) {
    const std::string& name = names_.emplace_back("t" + std::to_string(i));
    fs::copy_file(program, programs() / name);
    write("scenarios/small/" + name + ".cpp", source);
    write("expected/small/" + name + ".golden",
          "-- stdout --\n" + printed + "-- processes --\nprogram            exit 0\n");
    write("outputs/" + name, printed);
  }
}

SuiteFolder::~SuiteFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void SuiteFolder::write(const fs::path& file, const std::string& text, bool executable) const {
  std::ofstream(path_ / file) << text;
  if (executable) fs::permissions(path_ / file, fs::perms::owner_exec, fs::perm_options::add);
}

}  // namespace bench
