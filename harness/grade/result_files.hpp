#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <vector>

#include "grade/formats.hpp"
#include "grade/grade.hpp"
#include "grade/gradebook.hpp"

namespace harness {

/// One form that is wanted.
struct FormatWish {
  const ResultFormat* format = nullptr;
  std::optional<std::filesystem::path> path{};  ///< nothing: beside the record
};

/// Writes a result in one form; every file as a whole. @throws CannotJudge
void write_format(const FormatWish& wish, const SubmissionResult& result,
                  const std::filesystem::path& folder);

/// Keeps the files of a grading up to date while it goes on: the forms of every submission after every item,
/// the gradebook every few seconds and at the end.
class ResultFiles : public GradeListener {
 public:
  ResultFiles(const Assignment& assignment, std::filesystem::path folder, std::vector<FormatWish> wishes);

  void started(const GradePlan& plan) override;
  void changed(const SubmissionResult& result) override;
  void finished(const SubmissionResult& result, bool reused) override;
  void tick() override;
  void ended(const GradeSummary& summary) override;

  const Gradebook& gradebook() const { return gradebook_; }

 private:
  using Clock = std::chrono::steady_clock;

  std::filesystem::path folder_;
  std::vector<FormatWish> wishes_;
  Gradebook gradebook_;
  Clock::time_point written_ = Clock::now();
  bool stale_ = false;
};

}  // namespace harness
