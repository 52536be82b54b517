#include "match/condition.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include "model/names.hpp"
#include "support/closest.hpp"
#include "support/errors.hpp"
#include "support/joined.hpp"

namespace harness {
namespace {

using Fact = ConditionFact;
using Order = Fact::Order;

constexpr std::array<std::string_view, 11> known_platforms{"linux",   "musl",   "darwin",    "freebsd",
                                                           "openbsd", "netbsd", "dragonfly", "illumos",
                                                           "android", "cygwin", "windows"};
constexpr std::array<std::pair<std::string_view, Order>, 5> operators{{{">=", Order::at_least},
                                                                       {"<=", Order::at_most},
                                                                       {"==", Order::equal},
                                                                       {">", Order::above},
                                                                       {"<", Order::below}}};
constexpr std::string_view folder_prefix = "implementation=";
constexpr std::string_view lacking_prefix = "no ";
constexpr std::string_view all_twins = "python";

std::string all_conditions() {
  return "conditions are: " + joined(all_words<StartMethod>()) + "; " + joined(all_words<StdioMode>()) +
         "; " + joined(known_platforms) +
         "; reference, cpython, pypy, python (all twins), python:MODULE, implementation=NAME; ranges as "
         "cpython>=3.9,<3.13; no " +
         joined(known_facilities, ", no ");
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  while (true) {
    const std::size_t end = text.find(separator);
    pieces.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

// "cpython" of "cpython>=3.9", "python" of "python:billiard".
std::string_view name_in(std::string_view word) {
  const std::size_t end = word.find_first_of("<>=:");
  return end == 0 ? word : trimmed(word.substr(0, end));
}

[[noreturn]] void unknown(std::string_view word) {
  std::vector<std::string> candidates{"reference", "cpython", "pypy", "python"};
  std::ranges::move(all_words<StartMethod>(), std::back_inserter(candidates));
  std::ranges::move(all_words<StdioMode>(), std::back_inserter(candidates));
  candidates.insert(candidates.end(), known_platforms.begin(), known_platforms.end());
  for (const std::string_view facility : known_facilities)
    candidates.push_back(std::string(lacking_prefix) + std::string(facility));
  std::string what = "unknown condition '" + std::string(word) + "'";
  if (const auto near = closest(name_in(word), candidates)) what += " (closest: '" + *near + "')";
  throw CannotJudge(what + "; " + all_conditions());
}

void read_version(std::string_view text, Fact& fact) {
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  while (fact.version_parts < 3) {
    int& part = fact.version.parts.at(static_cast<std::size_t>(fact.version_parts));
    const auto [next, error] = std::from_chars(at, end, part);
    if (error != std::errc{} || part < 0) break;
    ++fact.version_parts;
    if (next == end) return;
    if (*next != '.') break;
    at = next + 1;
  }
  throw CannotJudge("'" + std::string(text) + "' is no version; versions are one to three numbers, as 3.13");
}

// Reads ">=3.9" into the fact; nothing where the text starts with no operator.
bool read_range(std::string_view text, Fact& fact) {
  for (const auto& [word, order] : operators) {
    if (!text.starts_with(word)) continue;
    fact.order = order;
    read_version(trimmed(text.substr(word.size())), fact);
    return true;
  }
  return false;
}

std::optional<Fact> implementation_fact(std::string_view word) {
  Fact fact;
  const bool folder = word.starts_with(folder_prefix);
  std::string_view rest = folder ? word.substr(folder_prefix.size()) : word;
  const std::string_view name = trimmed(rest.substr(0, rest.find_first_of("<>=")));
  fact.name = std::string(name);
  if (!folder && name != "reference" && name != all_twins && !is_twins(name)) return std::nullopt;
  if (name.empty()) throw CannotJudge("'implementation=' lacks the name of a folder");
  rest = trimmed(rest.substr(std::min(rest.find_first_of("<>="), rest.size())));
  if (!rest.empty() && !read_range(rest, fact)) unknown(word);
  return fact;
}

std::optional<Fact> lacking_fact(std::string_view word) {
  if (!word.starts_with(lacking_prefix)) return std::nullopt;
  Fact fact;
  fact.kind = Fact::Kind::lacking;
  fact.name = std::string(trimmed(word.substr(lacking_prefix.size())));
  if (std::ranges::find(known_facilities, fact.name) == known_facilities.end()) unknown(word);
  return fact;
}

Fact fact_of(std::string_view word) {
  Fact fact;
  if (const auto method = parse<StartMethod>(word)) {
    fact.kind = Fact::Kind::start_method;
    fact.start_method = *method;
  } else if (const auto mode = parse<StdioMode>(word)) {
    fact.kind = Fact::Kind::stdio;
    fact.stdio = *mode;
  } else if (std::ranges::find(known_platforms, word) != known_platforms.end()) {
    fact.kind = Fact::Kind::platform;
    fact.name = std::string(word);
  } else if (const auto lacking = lacking_fact(word)) {
    return *lacking;
  } else if (auto implementation = implementation_fact(word)) {
    return *implementation;
  } else {
    unknown(word);
  }
  return fact;
}

bool is_range(std::string_view word) {
  return !word.empty() && std::string_view("<>=").find(word.front()) != std::string_view::npos;
}

Fact continued(std::string_view word, const std::vector<std::vector<Fact>>& terms) {
  const bool follows_one = !terms.empty() && terms.back().size() == 1;
  if (!follows_one || terms.back().front().kind != Fact::Kind::implementation) {
    throw CannotJudge("'" + std::string(word) + "' goes on with no implementation; write it as cpython" +
                      std::string(word));
  }
  Fact fact;
  fact.name = terms.back().front().name;
  if (!read_range(word, fact)) unknown(word);
  return fact;
}

std::vector<Fact> term_of(std::string_view text, const std::vector<std::vector<Fact>>& before) {
  const std::vector<std::string_view> words = split(text, '|');
  if (words.size() == 1 && is_range(words.front())) return {continued(words.front(), before)};
  std::vector<Fact> facts;
  for (const std::string_view word : words) {
    if (word.empty()) throw CannotJudge("an empty condition; " + all_conditions());
    if (is_range(word)) {
      throw CannotJudge("'" + std::string(word) + "' stands beside a '|'; name its implementation: cpython" +
                        std::string(word));
    }
    facts.push_back(fact_of(word));
  }
  return facts;
}

bool names_platform(std::string_view platform, std::string_view word) {
  const std::vector<std::string_view> words = split(platform, '-');
  return std::ranges::find(words, word) != words.end();
}

bool in_range(const Fact& fact, const std::optional<Version>& version) {
  if (fact.order == Order::any) return true;
  if (!version) return false;
  Version seen = *version;
  for (std::size_t i = static_cast<std::size_t>(fact.version_parts); i < seen.parts.size(); ++i)
    seen.parts.at(i) = 0;
  switch (fact.order) {
    case Order::any:
      return true;
    case Order::at_least:
      return seen >= fact.version;
    case Order::at_most:
      return seen <= fact.version;
    case Order::above:
      return seen > fact.version;
    case Order::below:
      return seen < fact.version;
    case Order::equal:
      return seen == fact.version;
  }
  return false;
}

// An interpreter may have a name that no word has.
bool is_of_twins(const Conditions& conditions) {
  return is_twins(conditions.implementation) || conditions.python_version;
}

bool fact_holds(const Fact& fact, const Conditions& conditions) {
  switch (fact.kind) {
    case Fact::Kind::start_method:
      return conditions.start_method == fact.start_method;
    case Fact::Kind::stdio:
      return conditions.stdio == fact.stdio;
    case Fact::Kind::platform:
      return names_platform(conditions.platform, fact.name);
    case Fact::Kind::implementation:
      if (fact.name == all_twins) return is_of_twins(conditions) && in_range(fact, conditions.python_version);
      return conditions.implementation == fact.name && in_range(fact, conditions.version);
    case Fact::Kind::lacking:
      return conditions.lacking.contains(fact.name);
  }
  return false;
}

}  // namespace

Condition Condition::parse(std::string_view text) {
  Condition condition;
  for (const std::string_view term : split(text, ','))
    condition.terms_.push_back(term_of(term, condition.terms_));
  return condition;
}

bool Condition::holds(const Conditions& conditions) const {
  return std::ranges::all_of(terms_, [&](const std::vector<Fact>& term) {
    return std::ranges::any_of(term, [&](const Fact& fact) { return fact_holds(fact, conditions); });
  });
}

}  // namespace harness
