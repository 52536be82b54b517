#include "lint/check.hpp"

namespace harness::lint_checks {

void missing_title(const Suite& suite, Findings& findings) {
  for (const Subject& subject : suite.subjects) {
    const Scenario& scenario = *subject.scenario;
    if (main_source(scenario).empty() || scenario.title.ends_with('.')) continue;
    findings.push_back({main_source(scenario), 1, "missing-title",
                        "the opening comment must begin with a sentence that says what is shown"});
  }
}

}  // namespace harness::lint_checks
