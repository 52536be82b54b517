#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/comparison.hpp"
#include "model/conditions.hpp"
#include "model/observation.hpp"
#include "model/scenario.hpp"
#include "model/verdict.hpp"

namespace harness {

/// One run to be made and judged: a scenario by an implementation, under one start method and stdio mode.
struct Case {
  const Scenario* scenario = nullptr;
  Conditions conditions{};
  std::string version_text{};       ///< of the implementation, as it names itself
  std::string python_version{};     ///< of the language that the twins' interpreter speaks; else empty
  std::vector<std::string> argv{};  ///< what is executed; argv[0] is a path
  std::string skip_reason{};        ///< why it cannot run here; empty: it can
  int repetition = 1;               ///< from 1
  int shake = 0;                    ///< seed by which its processes are delayed; 0: they are not
};

/// "reference", "cpython 3.11.2", "python:billiard 4.1.0, Python 3.11.2": the language's version stands there
/// where it is not the implementation's.
std::string implementation_text(const Case& c);

/// "exit/exit_child_status_one  spawn  tty"
std::string case_name(const Case& c);

struct CaseResult {
  Case judged{};
  Judgement judgement{};
  Comparison comparison{};
  Observation seen{};
};

/// Counts of a whole run.
struct Summary : Counts {
  int not_checked = 0;      ///< facts that the level of observation could not see
  int close_races = 0;      ///< facts that a few milliseconds decided
  int guessed_helpers = 0;  ///< processes left out because they look like helpers of a start method
  double wall_ms = 0;
  bool interrupted = false;
};

/// Counts one result.
void count(Summary& summary, const CaseResult& result);

/// The exit status that the design gives a run: 0 all as expected, 1 something differs, 2 could not judge,
/// 77 nothing but skips.
int exit_status(const Summary& summary);

}  // namespace harness
