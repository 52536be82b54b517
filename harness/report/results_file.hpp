#pragma once

#include <deque>
#include <istream>
#include <string>
#include <vector>

#include "model/case.hpp"
#include "model/suite_revision.hpp"
#include "report/platform.hpp"

namespace harness {

/// A JSON report read back.
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
