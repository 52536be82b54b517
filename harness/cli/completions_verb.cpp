#include "cli/completions.hpp"
#include "cli/exit_codes.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

struct CompletionsWords {
  std::vector<std::string> shells;
};

void declare(Options& options, CompletionsWords& words) {
  options.argument("SHELL", words.shells, "bash, zsh or fish");
  options.epilogue(
      "examples:\n"
      "  source <(exeunt completions bash)\n"
      "  exeunt completions fish >~/.config/fish/completions/exeunt.fish\n");
  options.exit_statuses({{exit_as_expected, "printed"}});
}

std::vector<CompletedCommand> all_commands() {
  std::vector<CompletedCommand> commands;
  for (const NamedVerb& verb : verbs())
    commands.push_back({std::string(verb.name), std::string(verb.summary), verb.make().options->entries()});
  return commands;
}

int act(CompletionsWords& words, Streams& streams) {
  const std::string shell = words.shells.size() == 1 ? words.shells.front() : "";
  if (shell == "bash") {
    streams.out << bash_completions(all_commands());
  } else if (shell == "zsh") {
    streams.out << zsh_completions(all_commands());
  } else if (shell == "fish") {
    streams.out << fish_completions(all_commands());
  } else {
    throw UsageError("completions: for which shell? bash, zsh or fish");
  }
  return exit_as_expected;
}

}  // namespace

Verb completions_verb() {
  return make_verb<CompletionsWords>(
      "completions", "SHELL",
      "Prints a script that makes a shell complete the words of this command, from the same options that "
      "--help explains. As a manual page the same is told by exeunt COMMAND --help=man.",
      declare, act);
}

}  // namespace harness
