#include "watch/shim/transfer_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <string_view>

#include "support/errors.hpp"
#include "support/unique_fd.hpp"
#include "watch/shim/unique_folder.hpp"

namespace harness::watch {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 10'000;
constexpr int deepest = 32;

// Takes files out of a tree that a stranger made.
class Taking {
 public:
  explicit Taking(std::uint64_t most_bytes) : bytes_left_(most_bytes) {}

  // Takes `fd` over. @return false when it is too much.
  bool take_folder(UniqueFd fd, const std::string& prefix, int depth) {
    if (depth > deepest) return false;
    const UniqueFolder folder(::fdopendir(fd.get()));
    if (!folder) return false;
    (void)fd.release();
    while (const dirent* entry = ::readdir(folder.get())) {
      const std::string_view name = entry->d_name;
      if (name == "." || name == "..") continue;
      if (!take_entry(::dirfd(folder.get()), entry->d_name, prefix, depth)) return false;
    }
    return true;
  }

  std::vector<TakenFile> files() { return std::move(files_); }

 private:
  bool take_entry(int folder, const char* name, const std::string& prefix, int depth) {
    struct stat status {};
    if (::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return true;
    const std::string path = prefix + name;
    if (S_ISDIR(status.st_mode)) {
      UniqueFd inner(::openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
      return !inner || take_folder(std::move(inner), path + "/", depth + 1);
    }
    return !S_ISREG(status.st_mode) || take_file(folder, name, path);
  }

  bool take_file(int folder, const char* name, const std::string& path) {
    const UniqueFd fd(::openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    struct stat status {};
    if (!fd || ::fstat(fd.get(), &status) != 0) return true;  // not even its owner may read it
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > bytes_left_ || files_.size() >= most_files) return false;
    bytes_left_ -= size;
    TakenFile file{path, (status.st_mode & S_IXUSR) != 0, std::string(size, '\0')};
    std::size_t at = 0;
    while (at < file.content.size()) {
      const ssize_t count = ::read(fd.get(), file.content.data() + at, file.content.size() - at);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) break;
      at += static_cast<std::size_t>(count);
    }
    file.content.resize(at);
    files_.push_back(std::move(file));
    return true;
  }

  std::uint64_t bytes_left_;
  std::vector<TakenFile> files_;
};

void copy_entry(const fs::directory_entry& entry, const fs::path& target) {
  if (entry.is_symlink()) return;
  if (entry.is_directory()) {
    fs::create_directory(target);
  } else if (entry.is_regular_file()) {
    fs::copy_file(entry.path(), target);
    fs::permissions(target, fs::perms::owner_write, fs::perm_options::add);
  }
}

}  // namespace

void copy_in(const std::string& from, const std::string& to) {
  try {
    for (auto entry = fs::recursive_directory_iterator(from); entry != fs::recursive_directory_iterator();
         ++entry)
      copy_entry(*entry, to / entry->path().lexically_relative(from));
  } catch (const fs::filesystem_error& error) {
    throw CannotJudge(
        errno_text("cannot copy " + error.path1().string() + " into the sandbox", error.code().value()));
  }
}

std::optional<std::vector<TakenFile>> take_out(const std::string& folder, std::uint64_t most_bytes) {
  UniqueFd fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!fd) return std::vector<TakenFile>();
  Taking taking(most_bytes);
  if (!taking.take_folder(std::move(fd), "", 0)) return std::nullopt;
  return taking.files();
}

}  // namespace harness::watch
