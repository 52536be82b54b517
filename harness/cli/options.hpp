#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_codes.hpp"

namespace harness {

/// The options and arguments of one command: declares, parses and explains them. Values are text, which the
/// command turns into what it needs, so that every complaint can say what it wants instead. The variables
/// given must outlive the call of parse().
class Options {
 public:
  /// @param synopsis     what stands behind "exeunt COMMAND" in the usage line.
  /// @param description  paragraphs, separated by an empty line.
  Options(std::string command, std::string synopsis, std::string description);
  ~Options();

  /// What is declared from here on is explained under this heading.
  void heading(std::string text);

  /// `names` as "-q,--quiet"; `placeholder` stands for the value in the help.
  void flag(const std::string& names, bool& value, std::string help);
  void value(const std::string& names, std::string placeholder, std::string& value, std::string help);
  void value(const std::string& names, std::string placeholder, std::optional<std::string>& value,
             std::string help);
  /// Calls `take` with the text, when all is parsed and no help was asked for; what it throws, parse()
  /// throws.
  void value(const std::string& names, std::string placeholder, std::function<void(const std::string&)> take,
             std::string help);
  /// May be given several times; with `by_comma` several at once. `take` is called once, with all.
  using TakeAll = std::function<void(const std::vector<std::string>&)>;
  void values(const std::string& names, std::string placeholder, bool by_comma, TakeAll take,
              std::string help);
  void values(const std::string& names, std::string placeholder, bool by_comma,
              std::vector<std::string>& values, std::string help);

  /// A file to write: `--json` alone is "-", the standard output; `--json=FILE` is FILE, and `--json FILE`
  /// too where FILE is "-" or has one of the endings, so that no argument is ever written to.
  void output(const std::string& name, std::vector<std::string> endings, std::optional<std::string>& value,
              std::string help);
  /// The words that an option takes, for the shell's completion.
  void choices(const std::string& name, std::vector<std::string> words);
  void argument(std::string name, std::vector<std::string>& values, std::string help);
  /// Everything behind `--`, untouched.
  void rest(std::string name, std::vector<std::string>& values, std::string help);
  /// The same, and without a `--` all from the first word on that is no option; for a command without
  /// arguments of its own.
  void program(std::string name, std::vector<std::string>& values, std::string help);

  /// Stands at the end of the help.
  void epilogue(std::string text);

  /// What the exit status says, beside what any command may end with.
  void exit_statuses(std::vector<ExitStatus> own);

  /// @return false where --help was asked for. @throws UsageError
  bool parse(std::vector<std::string> arguments);

  /// In lines of at most `columns` (0: 80). Where it was asked for as --help=man, a manual page in roff.
  std::string help(int columns) const;

  /// One option, or one argument.
  struct Entry {
    std::string heading;
    std::string names;        ///< "-q,--quiet"
    std::string placeholder;  ///< empty: it takes no value
    std::string help;
    std::vector<std::string> choices{};  ///< the words that it takes; empty: any
  };
  /// The table that help, manual and completions are made from.
  std::vector<Entry> entries() const;
  const std::vector<ExitStatus>& exit_statuses() const { return exit_statuses_; }

 private:
  struct Parser;
  struct Output {
    std::string name;
    std::vector<std::string> endings;
    std::optional<std::string>* value;
  };
  void take_outputs(std::vector<std::string>& arguments) const;
  std::string text_help(int columns) const;
  std::string manual() const;

  [[noreturn]] void complain_about(const std::vector<std::string>& extras) const;
  void take_program(const std::vector<std::string>& given, std::vector<std::string> left);

  std::string command_;
  std::string synopsis_;
  std::string description_;
  std::string epilogue_;
  std::vector<ExitStatus> exit_statuses_ = with_common({});
  std::string heading_ = "options";
  std::vector<Entry> arguments_;
  std::vector<Entry> options_;
  std::vector<Output> outputs_;
  std::vector<std::string>* rest_ = nullptr;
  bool rest_needs_mark_ = true;
  std::vector<std::function<void()>> taken_;
  bool help_asked_ = false;
  bool manual_asked_ = false;
  std::unique_ptr<Parser> parser_;
};

/// The names of an option as help and manual print them: "-j, --jobs".
std::string spaced_names(const std::string& names);

}  // namespace harness
