#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "grade/result.hpp"
#include "support/unique_fd.hpp"

namespace harness {

/// The folder of results, held by one grader at a time: a record for each submission, each written as a whole
/// or not at all, so that a grader that is killed leaves nothing half done. What such a one has left of
/// temporary files is removed when the next begins.
class Store {
 public:
  /// Makes the folder, and a temporary one to work in. @throws CannotJudge where another grader is at work
  /// there, or it cannot be written.
  explicit Store(std::filesystem::path folder);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  /// For submissions while they are graded; goes with this object.
  const std::filesystem::path& work() const { return work_; }

  std::filesystem::path record(const std::string& submission) const;
  /// The record of a submission; nothing where there is none that can be read.
  std::optional<SubmissionResult> read(const std::string& submission) const;
  void write(const SubmissionResult& result) const;

 private:
  void remove_leftovers();

  std::filesystem::path folder_;
  std::filesystem::path work_;
  UniqueFd lock_;
};

}  // namespace harness
