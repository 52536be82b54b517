#pragma once

#include <chrono>
#include <filesystem>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "grade/assignment.hpp"

namespace harness {

/// One piece of work as it was handed in.
struct Submission {
  std::string name;            ///< of its record: unique, fit for a file's name
  std::filesystem::path path;  ///< a folder, an archive or a single file
  std::optional<std::chrono::system_clock::time_point> submitted;
};

/// How a folder on the command line is understood.
enum class FolderMeans {
  automatic,  ///< a submission, but where it holds nothing but several folders and archives: one in each
  one,
  each,
};

/// The submissions behind the words of a command line; "-" reads a list from `input`, a path a line, with the
/// time of handing in (2026-10-01T23:59:00Z) behind a tab where it is known. Where no time is told, it is the
/// last change of the path.
/// @throws UsageError for a path that does not exist, a malformed time, or words without any submission.
std::vector<Submission> find_submissions(const std::vector<std::string>& words, FolderMeans folders,
                                         std::istream& input);

/// Of several attempts by the same hand ("ann_attempt_1", "ann_attempt_2", "ann 2026-10-01") the last one.
std::vector<Submission> only_latest(std::vector<Submission> submissions);

/// 2026-10-01T23:59:00Z, or with an offset. Nothing where it is no such text.
std::optional<std::chrono::system_clock::time_point> parse_time(const std::string& text);

bool is_archive(const std::filesystem::path& path);

}  // namespace harness
