#include <algorithm>

#include "lint/check.hpp"
#include "model/names.hpp"

namespace harness::lint_checks {
namespace {

// Whether some variant of the scenario could make the fact hold.
bool possible(const ConditionFact& fact, const Scenario& scenario) {
  switch (fact.kind) {
    case ConditionFact::Kind::start_method:
      return std::find(scenario.start_methods.begin(), scenario.start_methods.end(), fact.start_method) !=
             scenario.start_methods.end();
    case ConditionFact::Kind::implementation:
      if (fact.name == "python" || is_twins(fact.name)) return !scenario.twin.empty();
      return fact.name != "reference" || !scenario.program.empty();
    case ConditionFact::Kind::platform:
      return scenario.platforms.empty() || std::find(scenario.platforms.begin(), scenario.platforms.end(),
                                                     fact.name) != scenario.platforms.end();
    case ConditionFact::Kind::stdio:
    case ConditionFact::Kind::lacking:
      return true;
  }
  return true;
}

bool possible(const Condition& condition, const Scenario& scenario) {
  return std::all_of(condition.terms().begin(), condition.terms().end(), [&](const auto& term) {
    return std::any_of(term.begin(), term.end(),
                       [&](const ConditionFact& fact) { return possible(fact, scenario); });
  });
}

template <class Content>
void look(const std::vector<Section<Content>>& sections, const Scenario& scenario, Findings& findings) {
  for (const Section<Content>& section : sections) {
    if (possible(section.condition, scenario)) continue;
    findings.push_back({scenario.golden, section.line, "unused-section",
                        "the scenario never runs under [" + section.condition_text + "]"});
  }
}

}  // namespace

void unused_section(const Suite& suite, Findings& findings) {
  for (const Subject& subject : suite.subjects) {
    const Scenario& scenario = *subject.scenario;
    look(subject.golden.out, scenario, findings);
    look(subject.golden.err, scenario, findings);
    look(subject.golden.processes, scenario, findings);
    look(subject.golden.input, scenario, findings);
    look(subject.golden.run, scenario, findings);
  }
}

}  // namespace harness::lint_checks
