#pragma once

#include <string>
#include <vector>

namespace harness {

/// One option of a command, as Options::help() lists it.
struct CompletedOption {
  std::vector<std::string> names;    ///< "-q", "--quiet"
  std::string placeholder;           ///< empty: it takes no value
  std::vector<std::string> choices;  ///< the words that it takes; empty: not told
  std::string help;
};

struct CompletedCommand {
  std::string name;
  std::string summary;
  std::vector<CompletedOption> options;
};

/// Reads what a command prints for --help=options.
std::vector<CompletedOption> read_option_list(const std::string& text);

/// Scripts that make a shell complete commands, options, their words, and names of scenarios and files.
std::string bash_completions(const std::vector<CompletedCommand>& commands);
std::string zsh_completions(const std::vector<CompletedCommand>& commands);
std::string fish_completions(const std::vector<CompletedCommand>& commands);

}  // namespace harness
