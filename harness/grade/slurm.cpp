#include "grade/slurm.hpp"

#include <chrono>
#include <ctime>
#include <set>
#include <thread>

#include "grade/merge_records.hpp"
#include "grade/result_json.hpp"
#include "run/event_loop.hpp"
#include "run/runner.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"
#include "support/find_program.hpp"
#include "support/utc.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds command_limit{60};
constexpr std::chrono::milliseconds between_looks{500};
constexpr std::chrono::seconds between_questions{3};
constexpr std::chrono::minutes controller_may_be_away{10};

std::string quoted_words(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words)
    text += " " + shell_quoted(word);
  return text;
}

// The number of the job that was submitted.
std::string submit(std::vector<std::string> options, const fs::path& script) {
  std::vector<std::string> argv{find_program("sbatch").string(), "--parsable", "--export=NONE",
                                "--open-mode=append"};
  argv.insert(argv.end(), options.begin(), options.end());
  argv.push_back(script.string());
  const CommandResult result = EventLoop::run_command(argv, command_limit);
  const std::string job = result.out.substr(0, result.out.find_first_of(";\n"));
  if (result.timed_out || result.wait_status != 0 || job.empty())
    throw CannotJudge("sbatch refused " + script.string() + "; call it by hand to see why");
  return job;
}

enum class JobState { waiting_or_running, ended, unknown };

// A controller that is being restarted answers nothing for a while.
JobState state_of(const std::string& job) {
  const CommandResult result = EventLoop::run_command(
      {find_program("squeue").string(), "--noheader", "--states=all", "--format=%T", "--jobs=" + job},
      command_limit);
  if (result.timed_out || result.wait_status != 0) return JobState::unknown;
  for (const char* word : {"PENDING", "RUNNING", "CONFIGURING", "COMPLETING", "REQUEUED", "SUSPENDED"}) {
    if (result.out.find(word) != std::string::npos) return JobState::waiting_or_running;
  }
  return JobState::ended;
}

/// Tells of records as the shards complete them.
class Follower {
 public:
  Follower(fs::path shards, GradeListener& listener) : shards_(std::move(shards)), listener_(listener) {}

  void look() {
    std::error_code ignored;
    for (const fs::directory_entry& shard : fs::directory_iterator(shards_, ignored)) {
      if (!shard.is_directory(ignored)) continue;
      for (const fs::directory_entry& file : fs::directory_iterator(shard.path(), ignored))
        look_at(file.path());
    }
    listener_.tick();
  }
  std::size_t found() const { return known_.size(); }

 private:
  void look_at(const fs::path& path) {
    if (path.extension() != ".json" || known_.contains(path.stem().string())) return;
    try {
      const SubmissionResult result = result_of_json(read_file(path), path);
      if (!result.complete || result.submission != path.stem().string()) return;
      known_.insert(result.submission);
      listener_.finished(result, false);
    } catch (const CannotJudge&) {
      // Not a record, or on its way to another name.
    }
  }

  fs::path shards_;
  GradeListener& listener_;
  std::set<std::string> known_;
};

void follow(const std::string& merge_job, Follower& follower) {
  Clock::time_point asked = Clock::now();
  Clock::time_point answered = Clock::now();
  while (!stop_requested()) {
    follower.look();
    if (Clock::now() - asked >= between_questions) {
      asked = Clock::now();
      const JobState state = state_of(merge_job);
      if (state == JobState::ended) break;
      if (state == JobState::waiting_or_running) answered = asked;
      if (asked - answered > controller_may_be_away)
        throw CannotJudge("Slurm has not answered for 10 minutes; job " + merge_job +
                          " merges what was graded when it is back");
    }
    std::this_thread::sleep_for(between_looks);
  }
  follower.look();
}

}  // namespace

std::string shell_quoted(const std::string& word) {
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

std::string shard_script(const SlurmRequest& request) {
  const std::string shards = shell_quoted((request.out / "shards").string());
  return "#!/bin/sh\n"
         "set -eu\n"
         "shard=$SLURM_ARRAY_TASK_ID\n"
         "attempt=" +
         shards +
         "/$shard.${SLURM_RESTART_COUNT:-0}.${SLURMD_NODENAME:-node}\n"
         "mkdir -p \"$attempt\"\n"
         "cp -n " +
         shards +
         "/\"$shard\".*/*.json \"$attempt\" 2>/dev/null || true\n"
         "unset SLURM_ARRAY_TASK_ID\n"
         "exec " +
         shell_quoted(request.command.string()) + " grade" + quoted_words(request.arguments) +
         " --quiet --out \"$attempt\" --shard \"$shard/" + std::to_string(request.shards) + "\" --plan " +
         shell_quoted((request.out / "plan.json").string()) + " --one - <" + shards + "/list.txt\n";
}

std::string list_text(const std::vector<Submission>& submissions) {
  std::string text;
  for (const Submission& submission : submissions) {
    text += submission.path.string();
    if (submission.submitted) {
      const std::time_t time = std::chrono::system_clock::to_time_t(*submission.submitted);
      text += "\t" + utc_text(time, "%Y-%m-%dT%H:%M:%SZ");
    }
    text += "\n";
  }
  return text;
}

std::string merge_script(const SlurmRequest& request) {
  return "#!/bin/sh\nexec " + shell_quoted(request.command.string()) + " merge --out " +
         shell_quoted(request.out.string()) + " " + shell_quoted((request.out / "shards").string()) +
         "/*.*.*\n";
}

void grade_on_slurm(const SlurmRequest& request, const std::vector<Submission>& submissions,
                    const ShardPlan& plan, const Assignment& assignment, GradeListener& listener) {
  std::error_code error;
  fs::create_directories(request.out / "shards", error);
  if (error)
    throw CannotJudge("--out: cannot make the folder " + request.out.string() + ": " + error.message());
  write_file(request.out / "plan.json", plan_text(plan));
  write_file(request.out / "shards/list.txt", list_text(submissions));
  write_file(request.out / "shards/run.sh", shard_script(request));
  write_file(request.out / "shards/merge.sh", merge_script(request));
  const std::string log = (request.out / "shards/slurm.log").string();
  const auto begin = Clock::now();
  const std::string array = submit({"--job-name=exeunt-grade", "--array=1-" + std::to_string(request.shards),
                                    "--requeue", "--output=" + log},
                                   request.out / "shards/run.sh");
  const std::string merge =
      submit({"--job-name=exeunt-merge", "--dependency=afterany:" + array, "--output=" + log},
             request.out / "shards/merge.sh");
  listener.started({submissions.size(), request.shards, Level::root, "", true, ""});
  Follower follower(request.out / "shards", listener);
  follow(merge, follower);
  GradeSummary summary;
  summary.graded = follower.found();
  summary.interrupted = stop_requested();
  summary.wall_ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
  listener.ended(summary);
  if (!summary.interrupted && !fs::exists(request.out / "gradebook.csv"))
    throw CannotJudge("the shards of " + assignment.title + " could not be merged; see " + log);
}

}  // namespace harness
