#include <set>

#include "lint/check.hpp"

namespace harness::lint_checks {

// A chapter where nothing has a twin is one that CPython has no say in.
void missing_twin(const Suite& suite, Findings& findings) {
  std::set<std::string> chapters_with_twins;
  for (const Subject& subject : suite.subjects) {
    if (!subject.scenario->twin.empty()) chapters_with_twins.insert(subject.scenario->chapter());
  }
  for (const Subject& subject : suite.subjects) {
    const Scenario& scenario = *subject.scenario;
    const bool lacks_it = !scenario.program.empty() && scenario.twin.empty();
    if (!lacks_it || !chapters_with_twins.contains(scenario.chapter())) continue;
    findings.push_back(
        {scenario.program, 0, "missing-twin",
         "others of the chapter have a twin in Python; without one CPython does not judge this"});
  }
}

}  // namespace harness::lint_checks
