#include "lint/check.hpp"

namespace harness::lint_checks {

void missing_source(const Suite& suite, Findings& findings) {
  for (const Subject& subject : suite.subjects) {
    const Scenario& scenario = *subject.scenario;
    if (subject.program.empty() || !scenario.source.empty()) continue;
    findings.push_back(
        {scenario.program, 1, "missing-source",
         "the opening comment does not say where the behaviour is documented; add 'Source: …'"});
  }
}

}  // namespace harness::lint_checks
