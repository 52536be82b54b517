#include "cli/exeunt.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include "cli/exit_codes.hpp"
#include "cli/verbs.hpp"
#include "cli/version.hpp"
#include "support/closest.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

std::string general_help() {
  std::string text =
      "usage: exeunt COMMAND [OPTIONS] [ARGUMENTS]\n\n"
      "Shows, checks and judges how processes live and end.\n\n"
      "commands:\n";
  for (const NamedVerb& verb : verbs())
    text += harness::format("  {:11}  {}\n", verb.name, verb.summary);
  text +=
      "\nexeunt COMMAND --help tells all about a command; exeunt --version the version.\n"
      "Begin with: exeunt list, exeunt show exit/exit_main_process, exeunt run\n\n";
  return text + "exit status:\n" + exit_status_lines(exit_statuses_of_runs());
}

std::string general_manual() {
  std::string text = harness::format(".TH EXEUNT 1 \"\" \"exeunt {}\"\n", version());
  text += ".SH NAME\nexeunt \\- shows, checks and judges how processes live and end\n";
  text += ".SH SYNOPSIS\n\\fBexeunt\\fR COMMAND [OPTIONS] [ARGUMENTS]\n.SH COMMANDS\n";
  for (const NamedVerb& verb : verbs())
    text += harness::format(".TP\n\\fB{0}\\fR\n{1}; see \\fBexeunt\\-{0}\\fR(1)\n", verb.name, verb.summary);
  return text + ".SH EXIT STATUS\n.nf\n" + exit_status_lines(exit_statuses_of_runs()) + ".fi\n";
}

// One line for each command: its name, a tab, its summary.
std::string verb_list() {
  std::string text;
  for (const NamedVerb& verb : verbs())
    text += harness::format("{}\t{}\n", verb.name, verb.summary);
  return text;
}

UsageError unknown_command(const std::string& name) {
  std::vector<std::string> names;
  for (const NamedVerb& verb : verbs())
    names.emplace_back(verb.name);
  const std::optional<std::string> near = closest(name, names);
  return UsageError("unknown command '" + name + "'" + (near ? " (closest: '" + *near + "')" : "") +
                    "; exeunt --help lists them");
}

int dispatch(std::vector<std::string> arguments, Streams& streams) {
  if (arguments.empty()) {
    streams.err << general_help();
    return exit_wrong_command_line;
  }
  std::string name = arguments.front();
  arguments.erase(arguments.begin());
  if (name == "help" && !arguments.empty()) {
    name = arguments.front();
    arguments = {"--help"};
  }
  if (name == "help" || name == "--help" || name == "-h") {
    streams.out << general_help();
    return exit_as_expected;
  }
  if (name == "--help=man" || name == "--help=options") {
    streams.out << (name == "--help=man" ? general_manual() : verb_list());
    return exit_as_expected;
  }
  if (name == "--version") {
    streams.out << "exeunt " << version() << "\n";
    return exit_as_expected;
  }
  const auto verb =
      std::find_if(verbs().begin(), verbs().end(), [&](const NamedVerb& one) { return one.name == name; });
  if (verb == verbs().end()) throw unknown_command(name);
  const Verb made = verb->make();
  if (made.options->parse(std::move(arguments))) return made.act(streams);
  streams.out << made.options->help(style_for(streams, "never").columns);
  return exit_as_expected;
}

// A message may quote what others wrote; its own line ends are meant.
void complain(Streams& streams, const std::string& message) {
  streams.out << std::flush;
  std::string text = "exeunt: ";
  for (const std::string& line : lines_of(message))
    text += visible(line) + "\n";
  streams.err << text << std::flush;
}

}  // namespace

int exeunt(std::vector<std::string> arguments, Streams streams) {
  int status = exit_could_not_judge;
  try {
    status = dispatch(std::move(arguments), streams);
  } catch (const UsageError& error) {
    complain(streams, error.what());
    return exit_wrong_command_line;
  } catch (const std::exception& error) {
    complain(streams, error.what());
    return exit_could_not_judge;
  }
  // What nobody could read was not told.
  if (!streams.out.flush()) {
    complain(streams, "cannot write to standard output");
    return exit_could_not_judge;
  }
  return status;
}

}  // namespace harness
