#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "grade/assignment.hpp"
#include "grade/place.hpp"
#include "grade/result.hpp"
#include "grade/submission.hpp"
#include "match/golden.hpp"
#include "model/case.hpp"
#include "model/run_settings.hpp"
#include "run/runner.hpp"

namespace harness {

class GradeJob;

/// What is the same for all submissions of a grading.
struct GradingFacts {
  const Assignment* assignment = nullptr;
  std::vector<Golden> goldens{};      ///< of each item
  std::vector<Scenario> scenarios{};  ///< of each item: its name, for the cases
  std::string fingerprint{};          ///< of the assignment and all that it names
  bool sandboxed = false;
  std::string level{};
  RunSettings settings{};  ///< of each run; an item has its own time limit
  std::vector<std::filesystem::path> hidden{};
};

/// Reads all that an assignment names. @throws CannotJudge, BadGolden
GradingFacts facts_of(const Assignment& assignment);

/// One program to be run for a submission.
struct GradeTask {
  GradeJob* job = nullptr;
  bool builds = false;
  std::string program{};  ///< builds: which; empty: all
  std::size_t item = 0;   ///< otherwise: of the assignment
  std::size_t run = 0;    ///< of the item
  bool repeated = false;  ///< it ran before, and timed out on a busy machine
  Program what{};
};

/// One submission on its way to a result: taken in, built, run item by item, judged. It tells which programs
/// are to be run and hears what came of them; it runs nothing itself.
class GradeJob {
 public:
  GradeJob(Submission submission, const GradingFacts& facts, const std::filesystem::path& place);
  ~GradeJob();
  GradeJob(const GradeJob&) = delete;
  GradeJob& operator=(const GradeJob&) = delete;

  /// Takes the submission in; afterwards result().fingerprint is known.
  void take_in_submission();
  /// The first programs to run; none where all is decided already.
  std::vector<GradeTask> begin();
  /// Hears of a program that has ended. @return those that can run now.
  std::vector<GradeTask> ended(const GradeTask& task, Outcome outcome);

  /// The same program once more.
  GradeTask again(const GradeTask& task);

  bool done() const { return result_.complete; }
  const SubmissionResult& result() const { return result_; }

 private:
  struct Built;
  struct Item;

  std::vector<GradeTask> advance();
  void plan_programs();
  void start_item(std::size_t index, std::vector<GradeTask>& tasks);
  bool decide_without_running(std::size_t index);
  void decide(std::size_t index, const Judgement& judgement, const std::string& message);
  void decide_by_runs(std::size_t index);
  void note_not_checked(const CaseResult& run);
  void built(const std::string& program, Outcome outcome);
  GradeTask build_task(const std::string& program);
  GradeTask run_task(std::size_t index, std::size_t run);
  Case case_of(std::size_t index, std::size_t run) const;
  std::size_t runs_of(std::size_t index) const;
  const AssignmentItem& item(std::size_t index) const;
  void settle();

  Submission submission_;
  const GradingFacts& facts_;
  Place place_;
  SubmissionResult result_;
  Judgement refused_;
  std::map<std::string, Built> programs_;
  std::vector<Item> items_;
};

}  // namespace harness
