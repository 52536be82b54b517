#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "cli/exeunt.hpp"
#include "grade/grade.hpp"
#include "grade/slurm.hpp"
#include "pipeline/accept.hpp"
#include "pipeline/check.hpp"
#include "pipeline/run.hpp"
#include "pipeline/watch.hpp"

namespace harness {

/// What stands in for the pipeline in these tests: each function of it does what the test says.
struct TestPipeline {
  std::function<Summary(const RunRequest&, RunListener&)> run;
  std::function<CheckResult(const CheckRequest&)> check;
  std::function<std::vector<Renewal>(const RunRequest&)> propose_renewals;
  std::function<std::vector<Renewal>(const RunRequest&, const std::vector<const CaseResult*>&)> renewals_from;
  std::function<Observation(const WatchRequest&)> watch;
  std::function<GradeSummary(const GradeRequest&, GradeListener&)> grade;
  std::function<void(const SlurmRequest&, const ShardPlan&)> grade_on_slurm;
  int stops = 0;  ///< how often request_stop() was called
};
TestPipeline& test_pipeline();

/// The command, called with streams of its own.
struct TestCommand {
  std::map<std::string, std::string> environment{{"LANG", "C.UTF-8"}};
  std::string input;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  TerminalSize size{};

  int status = -1;
  std::string out;
  std::string err;

  int operator()(std::vector<std::string> arguments);
};

/// A folder that goes with the test.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// A small suite in a folder: exit/exit_main_process (no start method), exit/exit_child (three),
/// orphans/left.
class TestSuite : public TestFolder {
 public:
  TestSuite();
  /// `arguments` and the options that point at this suite.
  std::vector<std::string> with(std::vector<std::string> arguments) const;
};

}  // namespace harness
