#include "grade/intake.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "grade/digest.hpp"
#include "grade/intake_archive.hpp"
#include "grade/intake_folder.hpp"
#include "grade/submission.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"
#include "support/unique_fd.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

std::string kind_of(const struct stat& facts) {
  if (S_ISLNK(facts.st_mode)) return "a symbolic link";
  if (S_ISFIFO(facts.st_mode)) return "a pipe";
  if (S_ISSOCK(facts.st_mode)) return "a socket";
  return "a device";
}

void copy_content(IntakeFolder& into, const UniqueFd& from, const fs::path& to, bool executable) {
  IntakeFolder::File file(into, to, executable);
  std::array<char, 65536> buffer;
  while (true) {
    const ssize_t count = ::read(from.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_errno("cannot read " + to.filename().string());
    if (count == 0) return;
    file.write({buffer.data(), static_cast<std::size_t>(count)});
  }
}

// Walks a folder by descriptors, so that no name of it can become a link on the way.
class FolderCopy {
 public:
  FolderCopy(IntakeFolder& into, uid_t owner) : into_(into), owner_(owner) {}

  void copy(UniqueFd folder, const std::string& prefix) {
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(::fdopendir(folder.get()), ::closedir);
    if (!entries) throw_errno("cannot read the submission's folder " + prefix);
    const int fd = folder.release();
    while (const dirent* entry = ::readdir(entries.get())) {
      const std::string name = static_cast<const char*>(entry->d_name);
      if (name == "." || name == "..") continue;
      copy_entry(fd, name, prefix + name);
    }
  }

 private:
  void copy_entry(int folder, const std::string& name, const std::string& path) {
    struct stat facts {};
    if (::fstatat(folder, name.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0) return;
    const bool is_folder = S_ISDIR(facts.st_mode);
    if (is_folder && name == "__MACOSX") return;
    if (!is_folder && !S_ISREG(facts.st_mode)) return into_.leave_out(path, "it is " + kind_of(facts));
    const fs::path to = into_.member(path);
    if (to.empty()) return;
    // O_NONBLOCK: a pipe that has taken the file's place must not hold us up.
    UniqueFd fd(::openat(folder, name.c_str(),
                         O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | (is_folder ? O_DIRECTORY : 0)));
    if (!fd || ::fstat(fd.get(), &facts) != 0 || S_ISDIR(facts.st_mode) != is_folder)
      return into_.leave_out(path, "it cannot be read");
    if (is_folder) {
      into_.make_folder(to);
      return copy(std::move(fd), path + "/");
    }
    copy_file(fd, facts, path, to);
  }

  void copy_file(const UniqueFd& fd, const struct stat& facts, const std::string& path, const fs::path& to) {
    if (!S_ISREG(facts.st_mode)) return into_.leave_out(path, "it is " + kind_of(facts));
    // A second name for somebody else's file.
    if (facts.st_nlink > 1 && facts.st_uid != owner_) return into_.leave_out(path, "it is a hard link");
    into_.require_room(path, static_cast<std::uint64_t>(facts.st_size));
    copy_content(into_, fd, to, (facts.st_mode & S_IXUSR) != 0);
  }

  IntakeFolder& into_;
  uid_t owner_;
};

void copy_folder(const fs::path& submission, IntakeFolder& into) {
  UniqueFd folder(::open(submission.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  struct stat facts {};
  if (!folder || ::fstat(folder.get(), &facts) != 0)
    throw_errno("cannot read the submission " + submission.string());
  FolderCopy(into, facts.st_uid).copy(std::move(folder), "");
}

void copy_single(const fs::path& submission, IntakeFolder& into) {
  const UniqueFd fd(::open(submission.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  struct stat facts {};
  if (!fd || ::fstat(fd.get(), &facts) != 0) throw_errno("cannot read the submission " + submission.string());
  if (!S_ISREG(facts.st_mode))
    throw RefusedSubmission(ReasonCode::missing, "the submission is " + kind_of(facts));
  into.require_room(submission.filename().string(), static_cast<std::uint64_t>(facts.st_size));
  copy_content(into, fd, into.member(submission.filename().string()), (facts.st_mode & S_IXUSR) != 0);
}

bool is_litter(const fs::path& path) {
  return path.filename() == ".DS_Store" || path.filename() == "Thumbs.db";
}

// Archives usually hold one folder that holds everything.
void unwrap(const fs::path& into) {
  constexpr int most_wrappings = 4;
  for (int i = 0; i < most_wrappings; ++i) {
    std::vector<fs::path> entries;
    for (const fs::directory_entry& entry : fs::directory_iterator(into)) {
      if (!is_litter(entry.path())) entries.push_back(entry.path());
    }
    if (entries.size() != 1 || !fs::is_directory(entries.front())) return;
    fs::path unwrapped = into;
    unwrapped += ".unwrapped";
    fs::rename(entries.front(), unwrapped);
    fs::remove_all(into);
    fs::rename(unwrapped, into);
  }
}

std::string digest_of(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  Digest digest;
  for (const fs::path& file : files) {
    digest.add(file.lexically_relative(folder).string());
    digest.add(read_file(file));
  }
  return digest.text();
}

}  // namespace

Intake take_in(const fs::path& submission, const fs::path& into, const SubmissionLimits& limits) {
  Intake intake;
  IntakeFolder folder(into, limits);
  try {
    if (fs::is_directory(submission)) {
      copy_folder(submission, folder);
    } else if (is_archive(submission)) {
      unpack(submission, folder);
    } else {
      copy_single(submission, folder);
    }
    unwrap(into);
    intake.digest = digest_of(into);
  } catch (const RefusedSubmission& refused) {
    intake.refused = refused.judgement;
  }
  intake.left_out = folder.left_out();
  return intake;
}

void put_provided(const std::vector<ProvidedFile>& files, const fs::path& into) {
  for (const ProvidedFile& file : files) {
    const fs::path to = into / file.to;
    std::error_code error;
    // A submission's file where a folder has to be gives way.
    for (fs::path above = to.parent_path(); above != into && !above.empty(); above = above.parent_path()) {
      if (fs::exists(above) && !fs::is_directory(above)) fs::remove(above, error);
    }
    fs::remove_all(to, error);
    fs::create_directories(to.parent_path(), error);
    if (!error) fs::copy(file.from, to, fs::copy_options::recursive, error);
    if (error)
      throw CannotJudge("cannot put " + file.from.string() + " into a submission: " + error.message());
  }
}

}  // namespace harness
