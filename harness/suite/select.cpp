#include <algorithm>
#include <set>
#include <utility>

#include "suite/suite.hpp"
#include "support/closest.hpp"
#include "support/errors.hpp"
#include "support/glob.hpp"

namespace harness {
namespace {

using Match = bool (*)(const std::string& filter, const Scenario& scenario);

bool by_glob(const std::string& filter, const Scenario& scenario) {
  return glob_matches(filter, scenario.name);
}
bool by_name(const std::string& filter, const Scenario& scenario) {
  return scenario.name == filter || scenario.chapter() == filter || scenario.chapter() + "/" == filter;
}
bool by_part(const std::string& filter, const Scenario& scenario) {
  return scenario.name.find(filter) != std::string::npos;
}

std::size_t mark(std::span<const Scenario> scenarios, const std::string& filter, Match matches,
                 std::set<std::size_t>& selected) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    if (!matches(filter, scenarios[i])) continue;
    selected.insert(i);
    ++count;
  }
  return count;
}

std::string what_would_match(std::span<const Scenario> scenarios, const std::string& filter) {
  std::vector<std::string> candidates;
  for (const Scenario& scenario : scenarios) {
    candidates.push_back(scenario.name);
    candidates.push_back(scenario.name.substr(scenario.name.find('/') + 1));
    candidates.push_back(scenario.chapter() + "/*");
    candidates.push_back(scenario.chapter());
  }
  const std::optional<std::string> nearest = closest(filter, candidates);
  return nearest ? " (closest: '" + *nearest + "')" : " (see: exeunt list)";
}

}  // namespace

std::vector<Scenario> select(std::vector<Scenario> scenarios, std::span<const std::string> filters) {
  std::set<std::size_t> selected;
  for (const std::string& filter : filters) {
    const bool wildcard = is_glob(filter);
    const std::size_t count =
        wildcard ? mark(scenarios, filter, by_glob, selected) : mark(scenarios, filter, by_name, selected);
    if (count > 0 || (!wildcard && mark(scenarios, filter, by_part, selected) > 0)) continue;
    throw UsageError("no scenario matches '" + filter + "'" + what_would_match(scenarios, filter));
  }
  if (filters.empty()) {
    if (scenarios.empty()) throw UsageError("there are no scenarios here");
    return scenarios;
  }
  std::vector<Scenario> chosen;
  for (const std::size_t i : selected)
    chosen.push_back(std::move(scenarios[i]));
  return chosen;
}

}  // namespace harness
