#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "grade/grade.hpp"
#include "report/terminal/line.hpp"

namespace harness {

/// How far a grading is.
class GradeProgress {
 public:
  using Clock = std::chrono::steady_clock;

  void started(const GradePlan& plan, Clock::time_point now);
  void started_submission(const std::string& name);
  void finished(const SubmissionResult& result, bool reused);

  /// The board: how many are done and running, how many a minute, the time that is left, and the verdicts on
  /// items so far. No line is longer than the style's columns.
  std::vector<Line> lines(const Style& style, Clock::time_point now) const;
  /// What the items came to: "412 pass, 33 fail (20 wrong-tree, 13 timeout)".
  std::string verdict_words() const;

 private:
  GradePlan plan_;
  Clock::time_point begin_{};
  std::size_t done_ = 0;
  std::size_t reused_ = 0;
  std::vector<std::string> running_;
  std::map<std::string, std::size_t> verdicts_;
  std::map<std::string, std::size_t> reasons_;
};

/// One submission in one line: its score, and what it lost first.
Line submission_line(const SubmissionResult& result, const Style& style);

}  // namespace harness
