#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/streams.hpp"

namespace harness {

/// What `exeunt` can be told to do.
struct Verb {
  std::string_view name;
  std::string_view summary;
  /// @return the exit status. @throws UsageError, CannotJudge.
  int (*act)(std::vector<std::string> arguments, Streams& streams);
};

/// In the order in which a newcomer meets them. A new one is its file NAME_verb.cpp and its line in
/// setup/commands.txt, which the script ./exeunt reads too.
std::span<const Verb> verbs();

}  // namespace harness
