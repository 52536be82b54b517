#include "own_executable.hpp"

#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>

#include <climits>
#include <cstdio>

namespace exeunt::detail {

namespace {

constexpr const char* link_to_executable = "/proc/self/exe";

/// The inode of the file that this address comes from; 0 when that is not known.
ino_t inode_behind(unsigned long address) noexcept {
  std::FILE* const maps = std::fopen("/proc/self/maps", "re");
  if (maps == nullptr) return 0;
  char line[PATH_MAX + 100];
  ino_t found = 0;
  while (found == 0 && std::fgets(line, sizeof line, maps) != nullptr) {
    unsigned long begin = 0;
    unsigned long end = 0;
    unsigned long inode = 0;
    if (std::sscanf(line, "%lx-%lx %*s %*x %*x:%*x %lu", &begin, &end, &inode) == 3 && begin <= address &&
        address < end) {
      found = inode;
    }
  }
  std::fclose(maps);
  return found;
}

/// A tool such as valgrind runs a program inside its own: for the kernel the executable is the tool, while
/// whoever reads the link is given the program's path.
bool find_program_inside_tool(char (&path)[PATH_MAX]) noexcept {
  const ssize_t size = ::readlink(link_to_executable, path, sizeof path - 1);
  if (size <= 0) return false;
  path[size] = '\0';
  struct stat executed = {};
  struct stat named = {};
  if (::stat(link_to_executable, &executed) != 0 || ::stat(path, &named) != 0) return false;
  if (executed.st_ino == named.st_ino) return false;
  return inode_behind(::getauxval(AT_PHDR)) == named.st_ino;
}

}  // namespace

// Whatever has become of its name.
const char* own_executable() noexcept {
  static char path[PATH_MAX];
  static const bool is_inside_tool = find_program_inside_tool(path);
  return is_inside_tool ? path : link_to_executable;
}

}  // namespace exeunt::detail
