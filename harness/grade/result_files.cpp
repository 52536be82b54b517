#include "grade/result_files.hpp"

#include <system_error>
#include <utility>

#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

constexpr std::chrono::seconds between_gradebooks{3};

void write_into(const std::filesystem::path& path, const std::string& content) {
  std::error_code error;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
  if (error) throw CannotJudge("cannot make the folder of " + path.string() + ": " + error.message());
  write_file(path, content);
}

std::filesystem::path path_of(const FormatWish& wish, const SubmissionResult& result,
                              const std::filesystem::path& folder) {
  return wish.path.value_or(folder / (result.submission + "." + std::string(wish.format->ending)));
}

}  // namespace

void write_format(const FormatWish& wish, const SubmissionResult& result,
                  const std::filesystem::path& folder) {
  const std::filesystem::path path = path_of(wish, result, folder);
  for (const FormatFile& file : wish.format->render(result))
    write_into(file.path.empty() ? path : path / file.path, file.content);
}

ResultFiles::ResultFiles(const Assignment& assignment, std::filesystem::path folder,
                         std::vector<FormatWish> wishes)
    : folder_(std::move(folder)), wishes_(std::move(wishes)), gradebook_(assignment) {}

void ResultFiles::started(const GradePlan& /*plan*/) {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) throw CannotJudge("--out: cannot make the folder " + folder_.string() + ": " + error.message());
}

void ResultFiles::changed(const SubmissionResult& result) {
  for (const FormatWish& wish : wishes_)
    write_format(wish, result, folder_);
}

void ResultFiles::finished(const SubmissionResult& result, bool reused) {
  // What was written when it was graded knows more than the record: the processes in time.
  for (const FormatWish& wish : wishes_) {
    if (reused && (wish.path || !std::filesystem::exists(path_of(wish, result, folder_))))
      write_format(wish, result, folder_);
  }
  gradebook_.set(result);
  stale_ = true;
}

void ResultFiles::tick() {
  if (!stale_ || Clock::now() - written_ < between_gradebooks) return;
  write_file(folder_ / "gradebook.csv", gradebook_.csv());
  written_ = Clock::now();
  stale_ = false;
}

void ResultFiles::ended(const GradeSummary& /*summary*/) {
  gradebook_.write_all(folder_);
}

}  // namespace harness
