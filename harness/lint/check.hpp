#pragma once

#include <map>
#include <string>
#include <vector>

#include "lint/lint.hpp"
#include "match/golden.hpp"

namespace harness::lint_checks {

/// A scenario with the texts of its files; empty where there is no such file.
struct Subject {
  const Scenario* scenario = nullptr;
  std::string program;
  std::string twin;
  std::string golden_text;
  Golden golden;             ///< Golden{} where it is missing or bad
  std::string golden_error;  ///< "PATH:LINE: …"; empty where it is good
};

/// What all checks look at.
struct Suite {
  std::vector<Subject> subjects;
  std::filesystem::path expected;
};

using Findings = std::vector<Finding>;

// One check each, in a file of its own by its name.
void duplicate_title(const Suite& suite, Findings& findings);
void golden_without_program(const Suite& suite, Findings& findings);
void bad_golden(const Suite& suite, Findings& findings);
void known_failure_of_nothing(const Suite& suite, Findings& findings);
void missing_golden(const Suite& suite, Findings& findings);
void missing_source(const Suite& suite, Findings& findings);
void missing_title(const Suite& suite, Findings& findings);
void missing_twin(const Suite& suite, Findings& findings);
void sleep_for_order(const Suite& suite, Findings& findings);
void spinning_loop(const Suite& suite, Findings& findings);
void twin_with_another_title(const Suite& suite, Findings& findings);
void unchecked_fork(const Suite& suite, Findings& findings);
void unused_section(const Suite& suite, Findings& findings);

/// The C++ source, or the Python source where there is no other.
const std::filesystem::path& main_source(const Scenario& scenario);

}  // namespace harness::lint_checks
