#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/bad_golden.hpp"
#include "match/condition.hpp"
#include "match/run_section.hpp"
#include "match/text_section.hpp"
#include "match/tree_section.hpp"
#include "model/conditions.hpp"

namespace harness {

/// A section as written and as read.
template <class Content>
struct Section {
  int line = 0;  ///< of its header
  std::string condition_text;
  Condition condition;
  std::vector<std::string> source;
  Content content;
};

/// What a scenario is expected to do: the sections of one file.
///
/// Of the sections of one name, the first whose condition holds counts. Where there is none:
///   stdout, stderr  that stream must be empty;
///   processes       the tree is not compared; the program must end with exit 0, nothing may be leaked;
///   stdin, run      nothing is given.
/// Golden{} has no section at all: what there is before there is a golden.
struct Golden {
  std::filesystem::path path;
  std::vector<std::string> preamble;  ///< comment and empty lines above the first section
  std::vector<std::string> order;     ///< the name of each section, as they stand in the file
  std::vector<Section<ExpectedText>> out;
  std::vector<Section<ExpectedText>> err;
  std::vector<Section<ExpectedTree>> processes;
  std::vector<Section<std::string>> input;
  std::vector<Section<RunSection>> run;
};

/// The first section whose condition holds, or nullptr.
template <class Content>
const Section<Content>* selected(const std::vector<Section<Content>>& sections,
                                 const Conditions& conditions) {
  for (const Section<Content>& section : sections) {
    if (section.condition.holds(conditions)) return &section;
  }
  return nullptr;
}

/// Reads a golden. Sections are `-- NAME --` or `-- NAME [CONDITION] --`, their text all lines up to the next
/// header; a line of expected text that looks like a header is written `{{--}} … --`.
/// @throws BadGolden, "PATH:LINE: what and why; what is allowed"; also for a section that can never be
/// reached.
Golden parse_golden(std::string_view text, const std::filesystem::path& path);

/// What a golden says about how the program is run.
struct RunOptions {
  std::vector<std::string> args;  ///< behind the program's name
  std::vector<std::string> env;   ///< NAME=VALUE
  std::optional<std::chrono::milliseconds> timeout;
  std::optional<std::string> stdin_text;  ///< nothing: /dev/null
  std::string skip{};                     ///< why it is not run under these conditions; empty: it is
  std::vector<std::string> skip_lacks{};  ///< the facilities whose lack this is about
};
RunOptions run_options(const Golden& golden, const Conditions& conditions);

/// Whether some section has a condition on a facility: it has to be known what is lacking.
bool asks_for_facilities(const Golden& golden);

/// How many processes at most the selected tree allows to outlive their creators: `orphaned` and `*` lines,
/// optional ones included. The run waits for so many; 0 without a tree.
int declared_survivors(const Golden& golden, const Conditions& conditions);

}  // namespace harness
