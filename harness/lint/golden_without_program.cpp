#include "lint/check.hpp"

namespace harness::lint_checks {

void golden_without_program(const Suite& suite, Findings& findings) {
  for (const Subject& subject : suite.subjects) {
    const Scenario& scenario = *subject.scenario;
    if (!scenario.program.empty() || !scenario.twin.empty()) continue;
    findings.push_back({scenario.golden, 0, "golden-without-program",
                        "no program has this name; write one, or remove this"});
  }
}

}  // namespace harness::lint_checks
