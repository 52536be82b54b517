#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "support/unique_fd.hpp"

namespace harness {

/// A benchmark program of this build, and what it would measure.
struct BenchProgram {
  std::filesystem::path path;
  std::vector<std::string> measurements;
};

/// How long it measures: full, quick or check; and of what.
struct BenchWish {
  std::string effort = "full";
  std::string filter;  ///< part of a name; empty: everything
};

/// The benchmark programs in `folder`, in order of name, each with the measurements that the wish selects;
/// those without any are left out.
/// @throws CannotJudge  where there are none, or one does not run.
std::vector<BenchProgram> bench_programs(const std::filesystem::path& folder, const BenchWish& wish);

/// Runs one to its end. @param done  is told how many measurements it has finished so far.
/// @return  what it wrote: Google Benchmark's JSON.
/// @throws CannotJudge  when it fails, with what it said.
std::string run_bench(const BenchProgram& program, const BenchWish& wish,
                      const std::function<void(std::size_t)>& done);

/// A command whose output is read while it runs.
class ReadCommand {
 public:
  /// @throws CannotJudge where it cannot be started.
  explicit ReadCommand(std::vector<std::string> argv);
  ~ReadCommand();
  ReadCommand(const ReadCommand&) = delete;
  ReadCommand& operator=(const ReadCommand&) = delete;

  /// Its output to the end, `heard` being told of every piece.
  void read(const std::function<void(std::string_view)>& heard);

  /// Waits for it. @throws CannotJudge when its status is not 0, with the end of what it wrote to standard
  /// error.
  void finish();

 private:
  std::string name_;
  UniqueFd output_;
  UniqueFd errors_;
  int pid_ = -1;
};

}  // namespace harness
