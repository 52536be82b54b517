#pragma once

#include <filesystem>
#include <ostream>

#include "model/listener.hpp"
#include "report/failures.hpp"
#include "report/progress.hpp"
#include "report/terminal/summary_lines.hpp"

namespace harness {

/// What GitHub's runner reads: an `::error` line for each failure, at most ten as it shows no more, each at
/// its place in the golden; and a page in Markdown for the step's summary.
class Github : public RunListener {
 public:
  /// @param annotations  the step's standard output.
  /// @param summary      what $GITHUB_STEP_SUMMARY names, or nullptr.
  /// @param base         the root of the repository: annotations name files relative to it.
  Github(std::ostream& annotations, std::ostream* summary, std::filesystem::path base);

  void started(const RunPlan& plan) override;
  void finished(const CaseResult& result) override;
  void ended(const Summary& summary) override;

 private:
  std::ostream& annotations_;
  std::ostream* summary_;
  std::filesystem::path base_;
  Progress progress_;
  Failures failures_;
  RunFacts facts_;
};

/// A value of a workflow command's property.
std::string github_property(std::string_view value);
/// The message of a workflow command.
std::string github_message(std::string_view message);

}  // namespace harness
