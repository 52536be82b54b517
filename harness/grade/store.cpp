#include "grade/store.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <system_error>

#include "grade/result_json.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

// write_file() makes NAME.XXXXXX first.
bool is_leftover(const fs::path& path) {
  const std::string ending = path.extension().string();
  const std::string before = path.stem().extension().string();
  return ending.size() == 7 && (before == ".json" || before == ".csv" || before == ".sqlite" ||
                                before == ".html" || before == ".md" || before == ".txt" || before == ".xml");
}

// Whether the users that the sandbox runs as come through.
bool open_to_all(const fs::path& folder) {
  for (fs::path at = folder;; at = at.parent_path()) {
    struct stat facts {};
    if (::stat(at.c_str(), &facts) != 0 || (facts.st_mode & S_IXOTH) == 0) return false;
    if (at == at.root_path()) return true;
  }
}

// A name that nobody can foresee.
fs::path name_for_work() {
  std::uint64_t number = 0;
  if (::getrandom(&number, sizeof number, 0) != static_cast<ssize_t>(sizeof number))
    throw_errno("cannot choose a name for a temporary folder");
  const char* wanted = std::getenv("TMPDIR");
  fs::path folder = fs::absolute(wanted != nullptr && *wanted != '\0' ? wanted : "/tmp");
  if (::geteuid() == 0 && !open_to_all(folder)) folder = "/tmp";
  return folder / harness::format("exeunt-grade-{:016x}", number);
}

bool is_own_folder(const fs::path& path) {
  struct stat facts {};
  return path.is_absolute() && path.filename().string().starts_with("exeunt-grade-") &&
         ::lstat(path.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode) && facts.st_uid == ::geteuid();
}

}  // namespace

Store::Store(fs::path folder) : folder_(fs::absolute(std::move(folder))) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) throw CannotJudge("--out: cannot make the folder " + folder_.string() + ": " + error.message());
  const fs::path lock = folder_ / ".lock";
  lock_ = UniqueFd(::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!lock_) throw_errno("--out: cannot write to the folder " + folder_.string());
  if (::flock(lock_.get(), LOCK_EX | LOCK_NB) != 0)
    throw CannotJudge("--out: another exeunt is grading into " + folder_.string() + " at this moment");
  remove_leftovers();
  work_ = name_for_work();
  write_file(folder_ / ".work",
             work_.string() + "\n");  // first: a grader that is killed leaves no folder unknown
  // 0711: the users that the sandbox runs as pass through.
  if (::mkdir(work_.c_str(), 0700) != 0 || ::chmod(work_.c_str(), 0711) != 0)
    throw_errno("cannot make the temporary folder " + work_.string());
}

Store::~Store() {
  std::error_code ignored;
  fs::remove_all(work_, ignored);
  fs::remove(folder_ / ".work", ignored);
}

void Store::remove_leftovers() {
  std::error_code ignored;
  if (fs::is_regular_file(folder_ / ".work")) {
    std::string before = read_file(folder_ / ".work");
    while (!before.empty() && before.back() == '\n')
      before.pop_back();
    if (is_own_folder(before)) fs::remove_all(before, ignored);
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_, ignored)) {
    if (is_leftover(entry.path())) fs::remove(entry.path(), ignored);
  }
}

fs::path Store::record(const std::string& submission) const {
  return folder_ / (submission + ".json");
}

std::optional<SubmissionResult> Store::read(const std::string& submission) const {
  if (!fs::is_regular_file(record(submission))) return std::nullopt;
  try {
    return result_of_json(read_file(record(submission)), record(submission));
  } catch (const CannotJudge&) {
    return std::nullopt;
  }
}

void Store::write(const SubmissionResult& result) const {
  write_file(record(result.submission), to_json(result).dump(1) + "\n");
}

}  // namespace harness
