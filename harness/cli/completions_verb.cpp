#include <sstream>

#include "cli/completions.hpp"
#include "cli/exit_codes.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

// What a command says of its options.
std::string option_list_of(const Verb& verb, Streams& streams) {
  std::ostringstream out;
  Streams asked{streams.in, out, streams.err, false, false, false, streams.size, streams.environment};
  verb.act({"--help=options"}, asked);
  return out.str();
}

std::vector<CompletedCommand> commands_of(Streams& streams) {
  std::vector<CompletedCommand> commands;
  for (const Verb& verb : verbs()) {
    commands.push_back(
        {std::string(verb.name), std::string(verb.summary), read_option_list(option_list_of(verb, streams))});
  }
  return commands;
}

}  // namespace

int completions_verb(std::vector<std::string> arguments, Streams& streams) {
  std::vector<std::string> shells;
  Options options(
      "completions", "SHELL",
      "Prints a script that makes a shell complete the words of this command, from the same options that "
      "--help explains. As a manual page the same is told by exeunt COMMAND --help=man.");
  options.argument("SHELL", shells, "bash, zsh or fish");
  options.epilogue(
      "examples:\n"
      "  source <(exeunt completions bash)\n"
      "  exeunt completions fish >~/.config/fish/completions/exeunt.fish\n");
  if (!options.parse(std::move(arguments))) {
    streams.out << options.help(style_for(streams, "never").columns);
    return exit_as_expected;
  }
  const std::string shell = shells.size() == 1 ? shells.front() : "";
  if (shell == "bash") {
    streams.out << bash_completions(commands_of(streams));
  } else if (shell == "zsh") {
    streams.out << zsh_completions(commands_of(streams));
  } else if (shell == "fish") {
    streams.out << fish_completions(commands_of(streams));
  } else {
    throw UsageError("completions: for which shell? bash, zsh or fish");
  }
  return exit_as_expected;
}

}  // namespace harness
