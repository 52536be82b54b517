#pragma once

#include <deque>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "model/case.hpp"
#include "model/listener.hpp"
#include "model/suite_revision.hpp"
#include "record/platform.hpp"

namespace harness {

/// The lossless record of a run, from which every other report can be made again: JSON Lines, the platform
/// first, then one object for each run as it ends. A line is written and flushed as a whole, so what a killed
/// harness leaves is whole lines.
///
/// Text that is not UTF-8 stands under its key with U+FFFD for each stray byte, and beside it, under
/// KEY_base64, the exact bytes: `"stdout":"a\ufffd","stdout_base64":"Yf8="`; the same for an argv as a whole.
class JsonLines : public RunListener {
 public:
  /// @param exeunt   the version of this program.
  /// @param started  when the run began, as RFC 3339 has it.
  /// @param suite    which state of the suite is run.
  JsonLines(std::ostream& out, Platform platform, std::string exeunt, std::string started,
            SuiteRevision suite = {});

  void started(const RunPlan& plan) override;
  void finished(const CaseResult& result) override;

 private:
  std::ostream& out_;
  Platform platform_;
  std::string exeunt_;
  std::string started_;
  SuiteRevision suite_;
};

/// A record read back.
struct RecordedResults {
  Platform platform;
  std::string exeunt;   ///< version of the program that wrote it
  std::string started;  ///< RFC 3339
  SuiteRevision suite;
  int jobs = 1;
  std::size_t cases = 0;  ///< planned; more than results.size() where the run was cut short
  Level level = Level::root;
  std::string level_reason;
  std::deque<Scenario> scenarios;  ///< what the results point at: name and golden alone
  std::vector<CaseResult> results;
};

/// Reads what JsonLines wrote, byte for byte. A last line that lacks its end, as a killed harness leaves it,
/// is left out. @throws CannotJudge naming `name` and the line for anything else that is not such a report.
RecordedResults read_results(std::istream& in, const std::string& name);

}  // namespace harness
