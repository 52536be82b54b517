// A program compiled with --coverage: what its children have counted is written when they end, while this
// process, which would write its own, still runs.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <exeunt/process.hpp>

namespace {

namespace fs = std::filesystem;

bool has_files(const fs::path& folder) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) return true;
  }
  return false;
}

bool writes(const fs::path& folder, void (*target)()) {
  fs::remove_all(folder);
  fs::create_directory(folder);
  exeunt::Process child(target);
  child.start();
  child.join();
  return has_files(folder);
}

/// GCOV_PREFIX, which the fork server keeps from its beginning.
fs::path make_folder() {
  std::string name = (fs::temp_directory_path() / "exeunt_coverage_XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) exeunt::exit("cannot make a folder");
  ::setenv("GCOV_PREFIX", name.c_str(), 1);
  return name;
}

void program() {
  const fs::path folder = make_folder();
  std::string wrong;
  for (const exeunt::StartMethod method : exeunt::all_start_methods()) {
    exeunt::set_start_method(method, true);
    const std::string name(exeunt::to_string(method));
    if (!writes(folder, [] {})) wrong += name + ": nothing is written at the end\n";
    if (!writes(folder, [] { exeunt::exit(3); })) wrong += name + ": nothing is written after exit()\n";
    if (writes(folder, [] { exeunt::os_exit(3); })) wrong += name + ": os_exit() has written it\n";
  }
  fs::remove_all(folder);
  std::fputs(wrong.c_str(), stderr);
  exeunt::os_exit(wrong.empty() ? 0 : 1);  // its own is for nobody
}

}  // namespace

int main(int argc, char** argv) {
  return exeunt::run_main(argc, argv, program);
}
