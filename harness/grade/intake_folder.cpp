#include "grade/intake_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_part = 200;
constexpr std::size_t most_told = 20;

}  // namespace

IntakeFolder::IntakeFolder(fs::path into, const SubmissionLimits& limits)
    : into_(std::move(into)), limits_(limits) {
  make_folder(into_);
}

fs::path IntakeFolder::member(const std::string& name) {
  if (++members_ > limits_.members)
    throw RefusedSubmission(
        ReasonCode::disk_limit,
        "the submission has more than " + std::to_string(limits_.members) + " files and folders");
  const fs::path path(name);
  fs::path inside;
  int depth = 0;
  for (const fs::path& part : path) {
    if (part == ".." || part == "/")
      throw RefusedSubmission(ReasonCode::sandbox_violation,
                              "the submission's member " + visible(name) + " leads out of its folder");
    if (part.empty() || part == ".") continue;
    if (part.string().size() > longest_part) {
      leave_out(name.substr(0, 40) + "...", "its name is too long");
      return {};
    }
    inside /= part;
    ++depth;
  }
  if (depth > limits_.depth + 1)
    throw RefusedSubmission(ReasonCode::disk_limit, "the submission has folders more than " +
                                                        std::to_string(limits_.depth) + " deep");
  return inside.empty() ? fs::path() : into_ / inside;
}

void IntakeFolder::make_folder(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) leave_out(path.filename().string(), error.message());
}

void IntakeFolder::leave_out(const std::string& name, const std::string& why) {
  if (left_out_.size() < most_told) left_out_.push_back("left out: " + visible(name) + ": " + why);
}

void IntakeFolder::require_room(const std::string& name, std::uint64_t bytes) const {
  if (bytes > limits_.file_bytes)
    throw RefusedSubmission(ReasonCode::disk_limit, "the submission's file " + visible(name) +
                                                        " is larger than " +
                                                        std::to_string(limits_.file_bytes) + " bytes");
  if (bytes_ + bytes > limits_.all_bytes) refuse_size();
}

void IntakeFolder::refuse_size() const {
  throw RefusedSubmission(ReasonCode::disk_limit,
                          "the submission is larger than " + std::to_string(limits_.all_bytes) + " bytes");
}

IntakeFolder::File::File(IntakeFolder& folder, const fs::path& path, bool executable)
    : folder_(folder), name_(path.filename().string()) {
  folder_.make_folder(path.parent_path());
  // A second member of the same name does not reach through the first.
  fd_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, executable ? 0755 : 0644);
  if (fd_ < 0) folder_.leave_out(name_, errno_text("it cannot be written", errno));
}

IntakeFolder::File::~File() {
  if (fd_ >= 0) ::close(fd_);
}

void IntakeFolder::File::write(std::string_view piece) {
  bytes_ += piece.size();
  folder_.bytes_ += piece.size();
  if (folder_.bytes_ > folder_.limits_.all_bytes) folder_.refuse_size();
  if (bytes_ > folder_.limits_.file_bytes) folder_.require_room(name_, bytes_);
  while (!piece.empty() && fd_ >= 0) {
    const ssize_t written = ::write(fd_, piece.data(), piece.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_errno("cannot write " + folder_.into_.string());
    piece.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace harness
