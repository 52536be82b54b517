#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "grade/grade.hpp"
#include "grade/result_files.hpp"

namespace harness {

/// The words of a grading's command line.
struct GradeWords {
  std::vector<std::string> submissions;
  std::optional<std::string> assignment;
  std::string out = "results";
  std::vector<std::string> formats;
  std::optional<std::string> jobs;
  std::optional<std::string> observe;
  std::optional<std::string> time_scale;
  std::optional<std::string> only;
  std::optional<std::string> submitted_at;
  std::optional<std::string> shard;
  std::optional<std::string> plan;
  std::optional<std::string> make_plan;
  std::optional<std::string> slurm;
  std::optional<std::string> init;
  std::optional<std::string> check;
  std::optional<std::string> package;
  bool each = false;
  bool one = false;
  bool regrade = false;
  bool allow_unsandboxed = false;
  bool quiet = false;
  std::string colour = "auto";
};

void declare_grade(Options& options, GradeWords& words);

/// The request, with its assignment read and its submissions found.
/// @throws UsageError, CannotJudge
GradeRequest grade_request_of(const GradeWords& words, std::istream& input);

/// The forms that are wanted: NAME or NAME=FILE. @throws UsageError
std::vector<FormatWish> format_wishes(const GradeWords& words, std::size_t submissions);

}  // namespace harness
