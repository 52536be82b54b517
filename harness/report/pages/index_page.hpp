#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/case.hpp"
#include "record/platform.hpp"
#include "report/terminal/summary_lines.hpp"

namespace harness {

/// What the index keeps of one run.
struct IndexedRun {
  std::string scenario;
  std::string title;
  std::string implementation;  ///< with its version where that is known
  std::optional<StartMethod> start_method;
  StdioMode stdio = StdioMode::pipe;
  std::optional<Verdict> verdict;  ///< nothing: planned and never made
  std::string reason;
  double wall_ms = 0;
  int repetitions = 1;  ///< told by this one entry
  std::string href;     ///< its page, from the root of the site
};

struct IndexFacts {
  Summary summary;
  RunFacts run;
  Platform platform;
  std::string exeunt;
  std::string started;
};

/// The index of a site: counts, what went wrong, and the matrix of scenario by implementation, start method
/// and stdio mode.
std::string index_page(const std::vector<IndexedRun>& runs, const IndexFacts& facts);

}  // namespace harness
