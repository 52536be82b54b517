#pragma once

#include <string>
#include <vector>

#include "model/case.hpp"
#include "model/level.hpp"
#include "model/listener.hpp"
#include "report/terminal/line.hpp"

namespace harness {

/// What a run was made with, kept for its end.
struct RunFacts {
  std::size_t cases = 0;
  Level level = Level::root;
  std::string level_reason;
  int jobs = 1;
};

RunFacts facts_of(const RunPlan& plan);

/// What a whole run came to: every count that is not zero, how it was observed, how long it took, and the
/// exit status that follows. One line, or as many as the style's columns ask for; broken between facts only.
std::vector<Line> summary_lines(const Summary& summary, const RunFacts& facts, const Style& style);

/// "2.1 s", "1 min 12 s"
std::string duration(double ms);

}  // namespace harness
