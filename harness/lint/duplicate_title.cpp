#include <map>

#include "lint/check.hpp"

namespace harness::lint_checks {

// Two scenarios that say and expect the same are one.
void duplicate_title(const Suite& suite, Findings& findings) {
  std::map<std::string, const Scenario*> titles;
  for (const Subject& subject : suite.subjects) {
    const Scenario& scenario = *subject.scenario;
    if (scenario.title.empty()) continue;
    const auto [first, is_new] = titles.emplace(scenario.title, &scenario);
    if (is_new) continue;
    findings.push_back({main_source(scenario), 1, "duplicate-title",
                        "'" + scenario.title + "' is the title of " + first->second->name +
                            " too; say what differs, or leave one out"});
  }
}

}  // namespace harness::lint_checks
