#include "match/renew_conditions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "model/names.hpp"
#include "support/errors.hpp"
#include "support/joined.hpp"

namespace harness {
namespace {

using Key = std::vector<std::string>;
enum class Dimension { stdio, start_method, implementation, version, platform };

// In the order in which they are tried: first one alone, then more together; what programs lack comes
// between.
using enum Dimension;
const std::vector<std::vector<Dimension>> first_attempts{{stdio}, {start_method}, {implementation}};
const std::vector<std::vector<Dimension>> later_attempts{
    {platform},
    {stdio, start_method},
    {stdio, implementation},
    {start_method, implementation},
    {stdio, platform},
    {start_method, platform},
    {implementation, platform},
    {stdio, start_method, implementation},
    {stdio, start_method, platform},
    {version},
    {stdio, version},
    {start_method, version},
    {version, platform},
    {stdio, start_method, version},
    {stdio, start_method, version, platform},
};

std::string implementation_word(const Conditions& conditions) {
  const std::string& name = conditions.implementation;
  return name == "reference" || is_twins(name) ? name : "implementation=" + name;
}

std::string version_word(const Conditions& conditions) {
  std::string word = implementation_word(conditions);
  if (!conditions.version) return word;
  const auto& parts = conditions.version->parts;
  return word + "==" + std::to_string(parts[0]) + "." + std::to_string(parts[1]) + "." +
         std::to_string(parts[2]);
}

// The word of a section's brackets; empty where nothing can be said.
std::string word_of(Dimension dimension, const Conditions& conditions) {
  switch (dimension) {
    case stdio:
      return std::string(to_string(conditions.stdio));
    case start_method:
      return conditions.start_method ? std::string(to_string(*conditions.start_method)) : "";
    case implementation:
      return implementation_word(conditions);
    case version:
      return version_word(conditions);
    case platform:
      // Of "linux-musl" the word that "linux" has not.
      return conditions.platform.substr(conditions.platform.rfind('-') + 1);
  }
  return {};
}

std::set<Key> keys_of(const std::vector<Dimension>& dimensions, std::span<const Conditions> all) {
  std::set<Key> keys;
  for (const Conditions& conditions : all) {
    Key key;
    for (const Dimension dimension : dimensions)
      key.push_back(word_of(dimension, conditions));
    keys.insert(std::move(key));
  }
  return keys;
}

bool sayable(const Key& key) {
  return std::ranges::none_of(key, [](const std::string& word) { return word.empty(); });
}

// Merges keys that are equal but for the dimension `at`, whose words become alternatives.
std::set<Key> merged(const std::set<Key>& keys, std::size_t at) {
  std::map<Key, std::string> alternatives;
  for (const Key& key : keys) {
    Key rest = key;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
    std::string& words = alternatives[rest];
    words += (words.empty() ? "" : "|") + key[at];
  }
  std::set<Key> result;
  for (const auto& [rest, words] : alternatives) {
    Key key = rest;
    key.insert(key.begin() + static_cast<std::ptrdiff_t>(at), words);
    result.insert(std::move(key));
  }
  return result;
}

std::vector<std::string> texts_of(std::set<Key> keys, std::size_t dimensions) {
  for (std::size_t at = dimensions; at-- > 0;)
    keys = merged(keys, at);
  std::vector<std::string> texts;
  for (const Key& key : keys)
    texts.push_back(joined(key));
  return texts;
}

std::string described(const Conditions& conditions) {
  std::string text = version_word(conditions);
  if (conditions.start_method) text += ", " + std::string(to_string(*conditions.start_method));
  return text + ", " + std::string(to_string(conditions.stdio));
}

// Empty where none of the attempts tells them apart.
std::vector<std::string> apart_by(const std::vector<std::vector<Dimension>>& attempts,
                                  std::span<const Conditions> members, std::span<const Conditions> others) {
  for (const auto& dimensions : attempts) {
    const std::set<Key> keys = keys_of(dimensions, members);
    const std::set<Key> other_keys = keys_of(dimensions, others);
    const bool apart =
        std::ranges::all_of(keys, [&](const Key& key) { return sayable(key) && !other_keys.contains(key); });
    if (apart) return texts_of(keys, dimensions.size());
  }
  return {};
}

// The facilities that all members are without, and none of the others.
std::vector<std::string> facilities_apart(std::span<const Conditions> members,
                                          std::span<const Conditions> others) {
  std::vector<std::string> facilities;
  for (const std::string& facility : members.front().lacking) {
    const auto lacks = [&](const Conditions& conditions) { return conditions.lacking.contains(facility); };
    if (std::ranges::all_of(members, lacks) && std::ranges::none_of(others, lacks))
      facilities.push_back("no " + facility);
  }
  return facilities;
}

[[noreturn]] void refuse(const Conditions& member, const std::vector<std::string>& facilities) {
  if (facilities.size() > 1) {
    throw CannotJudge("which of the facilities that are lacking makes these runs differ (" +
                      described(member) + ") no record tells: " + joined(facilities) +
                      "; write the section of the one that matters, and accept again");
  }
  throw CannotJudge("runs under the same conditions differ (" + described(member) +
                    "); what changes from run to run needs a pattern: {{REGEX}} or {{any order}}");
}

}  // namespace

std::vector<std::string> conditions_apart(std::span<const Conditions> members,
                                          std::span<const Conditions> others) {
  std::vector<std::string> texts = apart_by(first_attempts, members, others);
  if (!texts.empty()) return texts;
  std::vector<std::string> facilities = facilities_apart(members, others);
  if (facilities.size() == 1) return facilities;
  texts = apart_by(later_attempts, members, others);
  if (texts.empty()) refuse(members.front(), facilities);
  return texts;
}

}  // namespace harness
