#include "cli/completions.hpp"

#include "support/joined.hpp"

namespace harness {
namespace {

// "-q,--quiet": both.
std::vector<std::string> names_of(const Options::Entry& option) {
  const std::size_t comma = option.names.find(',');
  if (comma == std::string::npos) return {option.names};
  return {option.names.substr(0, comma), option.names.substr(comma + 1)};
}

// In single quotes, whatever it holds.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text)
    result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

// For zsh's _arguments, where brackets and colons have a meaning.
std::string zsh_text(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

bool takes_file(const Options::Entry& option) {
  return option.placeholder == "FILE" || option.placeholder == "[FILE]" || option.placeholder == "PATH" ||
         option.placeholder == "RECORD" || option.placeholder == "PROGRAM";
}

bool takes_folder(const Options::Entry& option) {
  return option.placeholder == "DIR";
}

std::string names_of(const std::vector<CompletedCommand>& commands) {
  std::vector<std::string> names;
  for (const CompletedCommand& command : commands)
    names.push_back(command.name);
  return joined(names, " ");
}

// What bash offers behind an option that takes a value.
std::string bash_values(const CompletedCommand& command) {
  std::string cases;
  for (const Options::Entry& option : command.options) {
    std::string offer;
    if (!option.choices.empty())
      offer = "COMPREPLY=($(compgen -W " + quoted(joined(option.choices, " ")) + " -- \"$word\"))";
    if (takes_file(option)) offer = "COMPREPLY=($(compgen -f -- \"$word\"))";
    if (takes_folder(option)) offer = "COMPREPLY=($(compgen -d -- \"$word\"))";
    if (option.placeholder.empty() || option.placeholder == "[FILE]") continue;
    cases += "        " + joined(names_of(option), "|") + ") " + (offer.empty() ? "COMPREPLY=()" : offer) +
             "; return ;;\n";
  }
  return cases.empty() ? "" : "      case \"$previous\" in\n" + cases + "      esac\n";
}

std::string bash_command(const CompletedCommand& command) {
  std::vector<std::string> words;
  for (const Options::Entry& option : command.options)
    for (const std::string& name : names_of(option))
      words.push_back(name);
  return "    " + command.name + ")\n" + bash_values(command) +
         "      options=" + quoted(joined(words, " ")) + " ;;\n";
}

}  // namespace

std::string bash_completions(const std::vector<CompletedCommand>& commands) {
  std::string text =
      "# Completion of exeunt for bash.\n"
      "_exeunt() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} options=\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W " +
      quoted(names_of(commands) + " help --help --version") +
      " -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case ${COMP_WORDS[1]} in\n";
  for (const CompletedCommand& command : commands)
    text += bash_command(command);
  return text + "    help) options=" + quoted(names_of(commands)) +
         " ;;\n"
         "  esac\n"
         "  case $word in\n"
         "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
         "    *)\n"
         "      case ${COMP_WORDS[1]} in\n"
         "        list|show|run|accept|history)\n"
         "          COMPREPLY=($(compgen -W \"$(exeunt list --cases 2>/dev/null | cut -d ' ' -f 1)\" -- "
         "\"$word\")) ;;\n"
         "        help) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
         "        *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
         "      esac ;;\n"
         "  esac\n"
         "}\n"
         "complete -o filenames -F _exeunt exeunt\n";
}

std::string zsh_completions(const std::vector<CompletedCommand>& commands) {
  std::string text =
      "#compdef exeunt\n"
      "# Completion of exeunt for zsh.\n"
      "local -a commands\n"
      "commands=(\n";
  for (const CompletedCommand& command : commands)
    text += "  " + quoted(command.name + ":" + zsh_text(command.summary)) + "\n";
  text +=
      ")\n"
      "if (( CURRENT == 2 )); then\n"
      "  _describe command commands\n"
      "  return\n"
      "fi\n"
      "_exeunt_scenarios() { compadd -- ${(f)\"$(exeunt list --cases 2>/dev/null | cut -d ' ' -f 1)\"} }\n"
      "local command=$words[2]\n"
      "shift words; (( CURRENT-- ))\n"
      "case $command in\n";
  for (const CompletedCommand& command : commands) {
    text += "  " + command.name + ") _arguments \\\n";
    for (const Options::Entry& option : command.options) {
      std::string value;
      if (!option.placeholder.empty() && option.placeholder != "[FILE]") {
        value = ":" + zsh_text(option.placeholder) + ":";
        if (!option.choices.empty()) value += "(" + joined(option.choices, " ") + ")";
        if (takes_file(option)) value += "_files";
        if (takes_folder(option)) value += "_files -/";
      }
      for (const std::string& name : names_of(option))
        text += "    " + quoted(name + "[" + zsh_text(option.help) + "]" + value) + " \\\n";
    }
    const bool scenarios = command.name == "list" || command.name == "show" || command.name == "run" ||
                           command.name == "accept" || command.name == "history";
    text += "    " + quoted(scenarios ? "*:scenario:_exeunt_scenarios" : "*:file:_files") + " ;;\n";
  }
  return text + "esac\n";
}

std::string fish_completions(const std::vector<CompletedCommand>& commands) {
  std::string text = "# Completion of exeunt for fish.\n";
  for (const CompletedCommand& command : commands) {
    text += "complete -c exeunt -f -n __fish_use_subcommand -a " + command.name + " -d " +
            quoted(command.summary) + "\n";
    const std::string here = "complete -c exeunt -n '__fish_seen_subcommand_from " + command.name + "'";
    for (const Options::Entry& option : command.options) {
      text += here;
      for (const std::string& name : names_of(option))
        text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (!option.choices.empty()) text += " -x -a " + quoted(joined(option.choices, " "));
      if (option.choices.empty() && !option.placeholder.empty() && option.placeholder != "[FILE]")
        text += takes_file(option) || takes_folder(option) ? " -r" : " -x";
      text += " -d " + quoted(option.help) + "\n";
    }
  }
  return text +
         "complete -c exeunt -f -n '__fish_seen_subcommand_from list show run accept history' "
         "-a \"(exeunt list --cases 2>/dev/null | cut -d ' ' -f 1)\"\n";
}

}  // namespace harness
