#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/case.hpp"
#include "report/terminal/line.hpp"
#include "report/variants.hpp"

namespace harness {

/// Runs of one scenario that went wrong for the same reason, told once.
struct Failure {
  std::string scenario;
  std::filesystem::path golden;
  Judgement judgement;
  Comparison comparison;  ///< of the first of them
  std::vector<std::string> output_holders;
  std::vector<Variant> variants;
  int runs = 0;
  int shake = 0;            ///< the seed by which the first of them was shaken; 0: it was not
  bool diffs_vary = false;  ///< the reasons are the same, the differences shown are the first run's
};

/// Runs of one implementation in which a process only looks like a helper of the start method.
struct GuessedHelpers {
  std::string implementation;  ///< with its version
  std::string scenario;        ///< of the first of them, with start method and stdio mode
  std::string sentence;        ///< about the first of its processes
  int runs = 0;
};

/// Collects what a run's end has to tell. Remembers no output, so it stays small however many runs pass.
class Failures {
 public:
  void add(const CaseResult& result);

  /// What failed or broke, in order of scenario.
  std::vector<Failure> wrong() const;
  /// What was left out, by reason.
  const std::vector<Failure>& skipped() const { return skipped_; }
  const std::vector<GuessedHelpers>& guesses() const { return guesses_; }

 private:
  void note_guesses(const CaseResult& result);

  std::vector<Failure> wrong_;
  std::vector<Failure> skipped_;
  std::vector<GuessedHelpers> guesses_;
};

/// One failure as a person reads it: scenario and reason, variants, then each difference.
std::vector<Line> failure_lines(const Failure& failure, const Style& style,
                                const std::filesystem::path& base);

/// A paragraph for each implementation.
std::vector<Line> guess_lines(const std::vector<GuessedHelpers>& guesses, const Style& style);

/// "skipped 12 runs of 4 scenarios: no python3 was found", a paragraph for each reason.
std::vector<Line> skip_lines(const std::vector<Failure>& skipped, const Style& style);

}  // namespace harness
