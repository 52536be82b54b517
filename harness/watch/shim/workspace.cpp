#include "watch/shim/workspace.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <utility>

#include "support/errors.hpp"
#include "support/unique_fd.hpp"
#include "watch/shim/unique_folder.hpp"

namespace harness::watch {
namespace {

bool remove_entry(int folder, const char* name);

// Empties a folder without following links; takes `fd` over.
bool empty_folder(int fd) {
  (void)::fchmod(fd, 0700);
  const UniqueFolder folder(::fdopendir(fd));
  if (!folder) {
    ::close(fd);
    return false;
  }
  bool emptied = true;
  while (const dirent* entry = ::readdir(folder.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") emptied = remove_entry(::dirfd(folder.get()), entry->d_name) && emptied;
  }
  return emptied;
}

bool remove_entry(int folder, const char* name) {
  if (::unlinkat(folder, name, 0) == 0 || errno == ENOENT) return true;
  if (::unlinkat(folder, name, AT_REMOVEDIR) == 0) return true;
  const int inner = ::openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (inner < 0) return false;
  return empty_folder(inner) && ::unlinkat(folder, name, AT_REMOVEDIR) == 0;
}

}  // namespace

Workspace::Workspace(std::string base, bool whole_base)
    : base_(std::move(base)), path_(base_ + "/exeunt"), whole_base_(whole_base) {}

void Workspace::refresh() {
  if (::rmdir(path_.c_str()) != 0 && errno != ENOENT) remove_entry(AT_FDCWD, path_.c_str());
  if (whole_base_) {
    const int base = ::open(base_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (base < 0 || !empty_folder(base)) throw_errno("cannot empty " + base_);
    (void)::chmod(base_.c_str(), 01777);
  }
  if (::mkdir(path_.c_str(), 0700) != 0) throw_errno("cannot make the working folder " + path_);
}

void Workspace::remove() {
  (void)::chdir("/");
  remove_entry(AT_FDCWD, path_.c_str());
}

}  // namespace harness::watch
