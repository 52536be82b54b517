#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"

namespace harness {

struct CompletedCommand {
  std::string name;
  std::string summary;
  std::vector<Options::Entry> options;
};

/// Scripts that make a shell complete commands, options, their words, and names of scenarios and files.
std::string bash_completions(const std::vector<CompletedCommand>& commands);
std::string zsh_completions(const std::vector<CompletedCommand>& commands);
std::string fish_completions(const std::vector<CompletedCommand>& commands);

}  // namespace harness
