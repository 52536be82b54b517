#include "lint/check.hpp"

namespace harness::lint_checks {

void missing_golden(const Suite& suite, Findings& findings) {
  for (const Subject& subject : suite.subjects) {
    const Scenario& scenario = *subject.scenario;
    if (std::filesystem::exists(scenario.golden)) continue;
    findings.push_back(
        {main_source(scenario), 0, "missing-golden",
         "there is no " + scenario.golden.string() + "; make it with: exeunt accept " + scenario.name});
  }
}

}  // namespace harness::lint_checks
