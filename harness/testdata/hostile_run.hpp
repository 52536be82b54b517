#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "test_folder.hpp"

namespace harness {

/// One line of a manifest of hostile programs.
struct HostileProgram {
  std::string file;
  std::vector<std::string> verdicts;  ///< one of them: "pass", or a reason code
  std::vector<std::string> how;       ///< words on how it is run: "golden=orphan", "wall_limit_ms=2000"
};

/// The lines of DIR/manifest.tsv: file, verdicts, how; or, as other collections have it, file, language,
/// kind, attack, verdicts, danger, how.
std::vector<HostileProgram> read_hostile_manifest(const std::filesystem::path& folder);

/// What grading made of one program.
struct HostileResult {
  std::string verdict;  ///< "pass", or the reason code
  std::string reason;
  std::string out;
  std::string build_output;
  std::vector<std::string> left;  ///< processes, mounts, groups, files, System V objects
};

/// Builds a program in the sandbox and runs it there, as a grader does, and judges it.
class HostileGrader {
 public:
  explicit HostileGrader(std::filesystem::path programs);
  HostileResult grade(const HostileProgram& program);

  /// The processes of its runs that there are at this moment.
  std::vector<std::string> processes() const;

 private:
  std::optional<HostileResult> build(const HostileProgram& program);
  HostileResult run(const HostileProgram& program);

  TestFolder folder_;
  std::filesystem::path programs_;
  std::string mark_;
};

}  // namespace harness
