#include "grade/grade.hpp"

#include <algorithm>
#include <chrono>
#include <deque>
#include <memory>
#include <thread>
#include <unordered_map>

#include "grade/grade_job.hpp"
#include "grade/store.hpp"
#include "model/names.hpp"
#include "pipeline/shim_path.hpp"
#include "run/contention.hpp"
#include "run/runner.hpp"
#include "run/sandbox.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

using Clock = std::chrono::steady_clock;

int processors() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

bool timed_out(const Outcome& outcome) {
  return outcome.trouble.empty() && outcome.seen.stopped == Stopped::time_limit;
}

/// All submissions of a grading: which program runs next, and what becomes of results.
class Batch {
 public:
  Batch(const GradeRequest& request, const GradingFacts& facts, Store& store, GradeListener& listener)
      : request_(request), facts_(facts), store_(store), listener_(listener) {}

  GradeSummary run(Runner& runner) {
    const auto begin = Clock::now();
    summary_.interrupted = !runner.run_stream([this] { return next(); }, [this] { listener_.tick(); });
    jobs_.clear();
    summary_.wall_ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    return summary_;
  }

 private:
  // Submissions under way first, so that few are open at a time; those that have to run alone last.
  std::optional<ProgramRun> next() {
    while (ready_.empty() && open_next_submission()) {
    }
    if (!ready_.empty()) return start(ready_);
    if (running_ > 0 || alone_.empty()) return std::nullopt;
    return start(alone_);
  }

  ProgramRun start(std::deque<GradeTask>& from) {
    GradeTask task = std::move(from.front());
    from.pop_front();
    ++running_;
    Program program = std::move(task.what);
    return {std::move(program), [this, task = std::move(task)](Outcome outcome) {
              --running_;
              finished(task, std::move(outcome));
            }};
  }

  bool open_next_submission() {
    if (next_submission_ == request_.submissions.size()) return false;
    const Submission& submission = request_.submissions[next_submission_++];
    auto job =
        std::make_unique<GradeJob>(submission, facts_, store_.work() / std::to_string(next_submission_));
    job->take_in_submission();
    const std::optional<SubmissionResult> known = store_.read(submission.name);
    if (!request_.regrade && known && known->complete && known->fingerprint == job->result().fingerprint) {
      ++summary_.reused;
      listener_.finished(*known, true);
      return true;
    }
    listener_.started_submission(submission.name);
    std::vector<GradeTask> tasks = job->begin();
    GradeJob& opened = *jobs_.emplace(job.get(), std::move(job)).first->second;
    follow(opened, std::move(tasks));
    return true;
  }

  void finished(const GradeTask& task, Outcome outcome) {
    if (outcome.trouble.empty() && outcome.seen.stopped == Stopped::interrupted) return;
    const bool again = timed_out(outcome) ? machine_is_busy() : !outcome.trouble.empty();
    if (again && !task.repeated) return repeat_alone(task);
    std::vector<GradeTask> tasks = task.job->ended(task, std::move(outcome));
    follow(*task.job, std::move(tasks));
  }

  // What others on this machine took may have been what the program lacked.
  bool machine_is_busy() const { return running_ >= processors() || runnable_tasks() > processors(); }

  void repeat_alone(const GradeTask& task) {
    GradeTask again = task.job->again(task);
    again.repeated = true;
    alone_.push_back(std::move(again));
  }

  void follow(GradeJob& job, std::vector<GradeTask> tasks) {
    for (GradeTask& task : tasks)
      ready_.push_back(std::move(task));
    store_.write(job.result());
    listener_.changed(job.result());
    if (!job.done()) return;
    ++summary_.graded;
    listener_.finished(job.result(), false);
    jobs_.erase(&job);
  }

  const GradeRequest& request_;
  const GradingFacts& facts_;
  Store& store_;
  GradeListener& listener_;
  GradeSummary summary_;
  std::size_t next_submission_ = 0;
  std::unordered_map<const GradeJob*, std::unique_ptr<GradeJob>> jobs_;
  std::deque<GradeTask> ready_;
  std::deque<GradeTask> alone_;
  int running_ = 0;
};

struct Confinement {
  bool sandboxed = false;
  std::string reason;
};

Confinement confinement_for(const GradeRequest& request) {
  const std::string reason = why_no_sandbox(sandbox_layers(shim_path()));
  if (reason.empty()) return {true, {}};
  if (request.allow_unsandboxed) return {false, reason};
  throw CannotJudge("strangers' programs are not run here without a sandbox: " + reason +
                    "\n        where the submissions can be trusted: --allow-unsandboxed");
}

}  // namespace

GradeSummary grade(const GradeRequest& request, GradeListener& listener) {
  const Confinement confinement = confinement_for(request);
  GradingFacts facts = facts_of(request.assignment);
  facts.sandboxed = confinement.sandboxed;
  facts.settings = request.settings;
  Store store(request.out);
  Runner runner({shim_path(), request.jobs.value_or(2 * processors()), request.settings.level});
  facts.level = to_string(runner.level());
  listener.started({request.submissions.size(), runner.jobs(), runner.level(), runner.level_reason(),
                    confinement.sandboxed, confinement.reason});
  const GradeSummary summary = Batch(request, facts, store, listener).run(runner);
  listener.ended(summary);
  return summary;
}

}  // namespace harness
