#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "grade/assignment.hpp"
#include "grade/result.hpp"

namespace harness {

/// What a gradebook keeps of one item of one submission.
struct GradebookCell {
  double points = 0;
  double max_points = 0;
  Verdict verdict = Verdict::skip;
  std::optional<ReasonCode> code{};
  std::string message{};
};

/// One submission of a gradebook.
struct GradebookRow {
  double score = 0;
  double max_score = 0;
  double late_percent = 0;
  bool complete = false;
  std::string trouble{};               ///< why something could not be judged; empty: everything could
  std::vector<GradebookCell> cells{};  ///< in the order of the assignment's items
};

/// The scores of a class. Holds no times, so that gradings that came to the same are the same bytes.
class Gradebook {
 public:
  using Items = std::vector<std::pair<std::string, std::string>>;  ///< name and title of each

  explicit Gradebook(const Assignment& assignment);
  Gradebook(std::string title, Items items) : title_(std::move(title)), items_(std::move(items)) {}

  void set(const SubmissionResult& result);
  const std::map<std::string, GradebookRow>& rows() const { return rows_; }

  std::string csv() const;
  std::string json() const;
  /// A page: distribution of scores, items by failure rate, commonest reasons, what needs the instructor.
  std::string class_page() const;
  /// Tables `submissions` and `items`. Written beside `path` and renamed. @throws CannotJudge
  void write_sqlite(const std::filesystem::path& path) const;

  /// gradebook.csv, gradebook.json, gradebook.html and gradebook.sqlite.
  void write_all(const std::filesystem::path& folder) const;

 private:
  std::string title_;
  Items items_;
  std::map<std::string, GradebookRow> rows_;
};

}  // namespace harness
