#include "match/widened.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "model/names.hpp"

namespace harness {
namespace {

using Source = std::optional<std::vector<std::string>>;

template <class Content>
Source source_of(const std::vector<Section<Content>>& sections, const Conditions& conditions) {
  const Section<Content>* section = selected(sections, conditions);
  return section == nullptr ? std::nullopt : std::optional(section->source);
}

bool expect_the_same(const Golden& before, const Golden& after, const Conditions& conditions) {
  return source_of(before.out, conditions) == source_of(after.out, conditions) &&
         source_of(before.err, conditions) == source_of(after.err, conditions) &&
         source_of(before.processes, conditions) == source_of(after.processes, conditions);
}

// Whether a run under these conditions was seen, whatever the implementation's version.
bool covered(const Conditions& conditions, std::span<const Conditions> seen) {
  return std::ranges::any_of(seen, [&](const Conditions& one) {
    return one.implementation == conditions.implementation && one.start_method == conditions.start_method &&
           one.stdio == conditions.stdio && one.platform == conditions.platform && one.lacking.empty();
  });
}

std::vector<std::optional<StartMethod>> methods_of(std::span<const Conditions> seen) {
  if (std::ranges::all_of(seen, [](const Conditions& one) { return !one.start_method; }))
    return {std::nullopt};
  std::vector<std::optional<StartMethod>> methods;
  for (const std::string& word : all_words<StartMethod>())
    methods.push_back(parse<StartMethod>(word));
  return methods;
}

std::set<std::string> platforms_of(std::span<const Conditions> seen) {
  std::set<std::string> platforms{"linux", "linux-musl", "darwin", "windows"};
  for (const Conditions& one : seen)
    platforms.insert(one.platform);
  return platforms;
}

std::set<std::string> implementations_of(std::span<const Conditions> seen) {
  std::set<std::string> implementations{"reference", "cpython"};
  for (const Conditions& one : seen)
    implementations.insert(one.implementation);
  return implementations;
}

// The first respect in which no run was seen at all, or the whole combination.
std::string described(const Conditions& conditions, std::span<const Conditions> seen) {
  const auto unseen = [&](auto member) {
    return std::ranges::none_of(seen,
                                [&](const Conditions& one) { return one.*member == conditions.*member; });
  };
  if (unseen(&Conditions::platform)) return "platform " + conditions.platform;
  if (unseen(&Conditions::implementation)) return "implementation " + conditions.implementation;
  if (unseen(&Conditions::stdio)) return "stdio " + std::string(to_string(conditions.stdio));
  const std::string method =
      conditions.start_method ? std::string(to_string(*conditions.start_method)) : "no start method";
  if (unseen(&Conditions::start_method)) return "start method " + method;
  return method + " on " + std::string(to_string(conditions.stdio)) + " by " + conditions.implementation +
         " on " + conditions.platform;
}

template <class Use>
void each_combination(std::span<const Conditions> seen, const Use& use) {
  Conditions conditions = seen.front();
  conditions.lacking.clear();
  for (const std::string& platform : platforms_of(seen)) {
    for (const std::string& implementation : implementations_of(seen)) {
      for (const std::optional<StartMethod>& method : methods_of(seen)) {
        for (const StdioMode stdio : {StdioMode::tty, StdioMode::pipe, StdioMode::file}) {
          conditions.platform = platform;
          conditions.implementation = implementation;
          conditions.start_method = method;
          conditions.stdio = stdio;
          use(conditions);
        }
      }
    }
  }
}

}  // namespace

std::vector<std::string> widened(const Golden& before, const Golden& after,
                                 std::span<const Conditions> seen) {
  std::vector<std::string> texts;
  if (before.order.empty() || seen.empty()) return texts;
  each_combination(seen, [&](const Conditions& conditions) {
    if (covered(conditions, seen) || expect_the_same(before, after, conditions)) return;
    const std::string text = described(conditions, seen);
    if (std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
  });
  return texts;
}

}  // namespace harness
