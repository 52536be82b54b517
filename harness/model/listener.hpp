#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/case.hpp"

namespace harness {

/// What is known before the first run starts.
struct RunPlan {
  const std::vector<Case>* cases = nullptr;  ///< each is run `repeat` times
  Level level = Level::root;
  std::string level_reason{};  ///< why not a better one; empty at trace
  int jobs = 1;
  int repeat = 1;

  std::size_t runs() const { return cases->size() * static_cast<std::size_t>(repeat); }
};

/// Hears what happens in a run of the suite; the runner knows nothing of reports, reports nothing of running.
/// Calls come one at a time, in this order: started, then started_case and finished for each case, ended.
class RunListener {
 public:
  virtual ~RunListener() = default;
  virtual void started(const RunPlan&) {}
  virtual void started_case(const Case&) {}
  virtual void finished(const CaseResult&) {}
  virtual void ended(const Summary&) {}
  /// About ten times a second while runs go on, for what moves on a terminal.
  virtual void tick() {}
};

}  // namespace harness
