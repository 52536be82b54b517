#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "cli/options.hpp"
#include "cli/streams.hpp"

namespace harness {

/// One command: its options, and what it does when they are parsed.
struct Verb {
  std::unique_ptr<Options> options;
  /// @return one of the exit statuses that the options explain. @throws UsageError, CannotJudge.
  std::function<int(Streams&)> act;
};

/// A command whose options fill in a value of type Words. @param name, synopsis, description  as Options
/// takes them.
template <class Words>
Verb make_verb(std::string name, std::string synopsis, std::string description,
               void (*declare)(Options&, Words&), int (*act)(Words&, Streams&)) {
  const auto words = std::make_shared<Words>();
  Verb verb{std::make_unique<Options>(std::move(name), std::move(synopsis), std::move(description)),
            [words, act](Streams& streams) { return act(*words, streams); }};
  declare(*verb.options, *words);
  return verb;
}

/// What `exeunt` can be told to do.
struct NamedVerb {
  std::string_view name;
  std::string_view summary;
  Verb (*make)();
};

/// In the order in which a newcomer meets them. A new one is its file NAME_verb.cpp and its line in
/// setup/commands.txt, which the script ./exeunt reads too.
std::span<const NamedVerb> verbs();

}  // namespace harness
