#include <algorithm>
#include <set>
#include <string>

#include "match/condition.hpp"

// Whether a section can be reached is decided by trying: one example of everything that the conditions can
// tell apart, so that no rule of the language has to be written twice.

namespace harness {
namespace {

// The versions that a range tells apart: the one it names, one just below and one just above.
void add_versions(const ConditionFact& fact, std::vector<std::optional<Version>>& versions) {
  constexpr int beyond = 1'000'000;
  if (fact.order == ConditionFact::Order::any) return;
  versions.emplace_back(fact.version);
  Version above = fact.version;
  ++above.parts.at(static_cast<std::size_t>(fact.version_parts - 1));
  versions.emplace_back(above);
  Version below = fact.version;
  for (std::size_t i = static_cast<std::size_t>(fact.version_parts); i-- > 0;) {
    if (below.parts.at(i) == 0) continue;
    --below.parts.at(i);
    for (std::size_t later = i + 1; later < below.parts.size(); ++later)
      below.parts.at(later) = beyond;
    versions.emplace_back(below);
    break;
  }
}

constexpr const char* some_twins = "python:none_of_these";

struct Examples {
  std::set<std::string> platforms{"none of these"};
  std::set<std::string> implementations{"none of these", some_twins};
  std::vector<std::optional<Version>> versions{std::nullopt};         // of implementations
  std::vector<std::optional<Version>> python_versions{std::nullopt};  // of the language
  std::vector<std::set<std::string>> lacking{{}};                     // every choice among the facilities

  void add(const Condition& condition) {
    for (const auto& term : condition.terms()) {
      for (const ConditionFact& fact : term) {
        if (fact.kind == ConditionFact::Kind::platform) platforms.insert(fact.name);
        if (fact.kind == ConditionFact::Kind::lacking) add_lacking(fact.name);
        if (fact.kind != ConditionFact::Kind::implementation) continue;
        if (fact.name == "python") {
          add_versions(fact, python_versions);
          add_versions(fact, versions);  // cpython's own
          continue;
        }
        implementations.insert(fact.name);
        add_versions(fact, versions);
      }
    }
  }

  // CPython's version is that of its language.
  std::vector<std::optional<Version>> python_versions_of(const std::string& implementation,
                                                         const std::optional<Version>& version) const {
    if (implementation == "cpython") return {version};
    if (is_twins(implementation)) return python_versions;
    return {std::nullopt};
  }

 private:
  void add_lacking(const std::string& facility) {
    if (lacking.back().contains(facility)) return;
    for (std::size_t i = 0, before = lacking.size(); i < before; ++i) {
      lacking.push_back(lacking[i]);
      lacking.back().insert(facility);
    }
  }
};

bool reached(const Conditions& example, const Condition& condition,
             std::span<const Condition* const> earlier) {
  return condition.holds(example) &&
         std::ranges::none_of(earlier, [&](const Condition* other) { return other->holds(example); });
}

bool reached_somehow(Conditions example, const Condition& condition,
                     std::span<const Condition* const> earlier) {
  const std::optional<StartMethod> methods[] = {std::nullopt, StartMethod::fork, StartMethod::spawn,
                                                StartMethod::forkserver};
  for (const auto& method : methods) {
    for (const StdioMode stdio : {StdioMode::pipe, StdioMode::tty, StdioMode::file}) {
      example.start_method = method;
      example.stdio = stdio;
      if (reached(example, condition, earlier)) return true;
    }
  }
  return false;
}

bool reached_anywhere(Conditions example, const Examples& examples, const Condition& condition,
                      std::span<const Condition* const> earlier) {
  for (const std::string& platform : examples.platforms) {
    for (const std::set<std::string>& lacking : examples.lacking) {
      example.platform = platform;
      example.lacking = lacking;
      if (reached_somehow(example, condition, earlier)) return true;
    }
  }
  return false;
}

}  // namespace

bool reachable(const Condition& condition, std::span<const Condition* const> earlier) {
  if (condition.always() && earlier.empty()) return true;
  Examples examples;
  examples.add(condition);
  for (const Condition* other : earlier)
    examples.add(*other);
  if (examples.platforms.contains("linux") && examples.platforms.contains("musl")) {
    examples.platforms.insert("linux-musl");
  }
  for (const std::string& implementation : examples.implementations) {
    for (const std::optional<Version>& version : examples.versions) {
      for (const std::optional<Version>& python : examples.python_versions_of(implementation, version)) {
        if (reached_anywhere({implementation, version, python}, examples, condition, earlier)) return true;
      }
    }
  }
  return false;
}

}  // namespace harness
