#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "run/sandbox.hpp"
#include "support/errors.hpp"
#include "support/unique_fd.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr mode_t readable = 0644;
constexpr mode_t executable_mode = 0755;

bool stays_inside(const fs::path& path) {
  return !path.empty() && path.is_relative() &&
         std::none_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
}

void make_folder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), executable_mode) != 0 || ::chmod(folder.c_str(), executable_mode) != 0)
    throw_errno("cannot make " + folder.string());
}

void make_folders(const fs::path& root, const fs::path& below) {
  fs::path folder = root;
  for (const fs::path& part : below) {
    folder /= part;
    if (!fs::is_directory(fs::symlink_status(folder))) make_folder(folder);
  }
}

void write_content(int fd, const std::string& content, const fs::path& path) {
  for (std::size_t at = 0; at < content.size();) {
    const ssize_t written = ::write(fd, content.data() + at, content.size() - at);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_errno("cannot write " + path.string());
    at += static_cast<std::size_t>(written);
  }
}

}  // namespace

void write_taken_files(const std::vector<TakenFile>& files, const fs::path& folder) {
  make_folder(folder);
  for (const TakenFile& file : files) {
    if (!stays_inside(file.path)) throw CannotJudge("a file of a run leads out of its folder: " + file.path);
    make_folders(folder, fs::path(file.path).parent_path());
    const fs::path path = folder / file.path;
    const mode_t mode = file.executable ? executable_mode : readable;
    const UniqueFd fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    if (!fd || ::fchmod(fd.get(), mode) != 0) throw_errno("cannot write " + path.string());
    write_content(fd.get(), file.content, path);
  }
}

}  // namespace harness
