#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "grade/assignment.hpp"
#include "grade/result.hpp"
#include "model/case.hpp"

namespace harness {

/// A folder that goes with the test.
class GradeFolder {
 public:
  GradeFolder();
  ~GradeFolder();
  GradeFolder(const GradeFolder&) = delete;
  GradeFolder& operator=(const GradeFolder&) = delete;

  /// Writes a file and the folders above it.
  std::filesystem::path write(const std::string& name, std::string_view text) const;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Three items of 2, 3 and 5 points: passed, failed with an evil message, hidden and failed.
SubmissionResult some_result();

/// An assignment with these items of one point each.
Assignment some_assignment(const std::vector<std::string>& items);

/// The names of what is below a folder, sorted, folders with a slash behind.
std::vector<std::string> names_below(const std::filesystem::path& folder);

}  // namespace harness
