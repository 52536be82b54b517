#pragma once

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "test_folder.hpp"

namespace harness {

/// What one start of the exeunt command left behind.
struct JudgeRun {
  int exit_status = -1;  ///< -1: it was killed
  std::string out;
  std::string err;
  nlohmann::json platform;              ///< the first line of --json
  std::vector<nlohmann::json> results;  ///< the others
  std::vector<std::string> left_processes;
  std::vector<std::string> left_files;
  std::chrono::milliseconds took{0};
};

/// The exeunt command of this build, started with an environment that every process of its own inherits and
/// with programs under a path of their own, so that whatever it leaves can be told from other runs.
class Judge {
 public:
  /// @param programs  Folder of programs that the command reaches by programs().
  explicit Judge(const std::filesystem::path& programs);

  /// The folder of programs, under a name that occurs nowhere else.
  std::string programs() const { return programs_.string(); }
  std::string json() const { return (folder_.path() / "results.jsonl").string(); }

  /// Starts `exeunt` with these arguments and waits for its end.
  JudgeRun run(const std::vector<std::string>& arguments) const;

  /// The same for any command, looked up in PATH, with a file for its standard input.
  JudgeRun run_command(const std::vector<std::string>& words, const std::filesystem::path& input) const;

  /// Starts `exeunt` and kills it by SIGKILL after so long; it may have ended before.
  /// @return the processes that are left when all that end by themselves have had `patience` to do so.
  std::vector<std::string> left_after_killing(const std::vector<std::string>& arguments,
                                              std::chrono::microseconds after,
                                              std::chrono::seconds patience) const;

 private:
  pid_t start(std::vector<std::string> words, const std::filesystem::path& input) const;
  std::vector<std::string> processes_left() const;

  TestFolder folder_;
  std::filesystem::path programs_;
  std::string mark_;
};

/// The arguments that make `exeunt run` run the suite in a folder of this one: its sources hold the goldens
/// too.
std::vector<std::string> run_suite(const Judge& judge, const std::string& suite);

/// The processes of a result, without pids and times, a line each: "1.2 exit 1 reaped sh".
std::string tree_of(const nlohmann::json& result);

/// "GROUP/NAME: fail: REASON", with the differences; for the message of a failed test.
std::string told(const nlohmann::json& result);

/// Whether new pid namespaces are to be had here.
bool has_namespaces();

}  // namespace harness
