#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "grade/assignment.hpp"
#include "grade/result.hpp"
#include "grade/submission.hpp"
#include "model/run_settings.hpp"

namespace harness {

/// What `exeunt grade` is asked for.
struct GradeRequest {
  Assignment assignment;
  std::vector<Submission> submissions;
  std::filesystem::path out;       ///< the folder of results
  std::optional<int> jobs;         ///< programs at once; nothing: twice the processors
  RunSettings settings;            ///< of each run; an item has its own time limit
  bool allow_unsandboxed = false;  ///< where the sandbox is not to be had, go on without it
  bool regrade = false;            ///< also what has a record that still holds
};

/// What is known before the first submission is taken in.
struct GradePlan {
  std::size_t submissions = 0;
  int jobs = 1;
  Level level = Level::root;
  std::string level_reason{};  ///< why not a better one
  bool sandboxed = false;
  std::string sandbox_reason{};  ///< why not
};

/// What a grading came to.
struct GradeSummary {
  std::size_t graded = 0;
  std::size_t reused = 0;  ///< had a record that still holds
  bool interrupted = false;
  double wall_ms = 0;
};

/// Hears what happens in a grading. Calls come one at a time.
class GradeListener {
 public:
  virtual ~GradeListener() = default;
  virtual void started(const GradePlan&) {}
  virtual void started_submission(const std::string&) {}
  /// After every item: what is known so far. Not called for records that are used again.
  virtual void changed(const SubmissionResult&) {}
  /// @param reused  it was graded before, and nothing that matters has changed.
  virtual void finished(const SubmissionResult&, bool /*reused*/) {}
  virtual void ended(const GradeSummary&) {}
  virtual void tick() {}  ///< about ten times a second
};

/// Takes in, builds, runs and judges every submission, several at once. A record is written after every item;
/// what has a complete record that still holds is not done again, so a grading that was killed goes on where
/// it was.
/// @throws CannotJudge where nothing can be graded: no sandbox, no room for the results.
GradeSummary grade(const GradeRequest& request, GradeListener& listener);

}  // namespace harness
