#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "report/terminal/columns.hpp"
#include "support/closest.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

constexpr int default_columns = 80;
constexpr int most_columns = 100;
constexpr int narrowest_for_columns = 60;
constexpr int name_columns = 24;

std::string indented(const std::string& text, int indent, int columns) {
  std::string result;
  for (const std::string& line : wrapped(text, std::max(columns - indent, 20))) {
    result += std::string(static_cast<std::size_t>(indent), ' ') + line + "\n";
  }
  return result;
}

// The help beside the name where both fit, below it otherwise.
std::string explained(const std::string& name, const std::string& help, int columns) {
  const bool beside = columns >= narrowest_for_columns;
  const int indent = beside ? name_columns + 2 : 6;
  const std::string text = indented(help, indent, columns);
  if (!beside || columns_of(name) + 4 > indent) return "  " + name + "\n" + text;
  return "  " + padded(name, name_columns) + text.substr(static_cast<std::size_t>(name_columns + 2));
}

std::string paragraphs(const std::string& text, int columns) {
  std::string result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    result += indented(text.substr(begin, end - begin), 0, columns) + "\n";
    begin = end + 2;
  }
  return result;
}

}  // namespace

std::string spaced_names(const std::string& names) {
  const std::size_t comma = names.find(',');
  return comma == std::string::npos ? names : names.substr(0, comma + 1) + " " + names.substr(comma + 1);
}

struct Options::Parser {
  CLI::App app;
};

Options::Options(std::string command, std::string synopsis, std::string description)
    : command_(std::move(command)),
      synopsis_(std::move(synopsis)),
      description_(std::move(description)),
      parser_(std::make_unique<Parser>()) {
  parser_->app.set_help_flag();
  parser_->app.add_flag("-h,--help", help_asked_);
}

Options::~Options() = default;

void Options::heading(std::string text) {
  heading_ = std::move(text);
}

void Options::flag(const std::string& names, bool& value, std::string help) {
  parser_->app.add_flag(names, value);
  options_.push_back({heading_, names, "", std::move(help)});
}

void Options::value(const std::string& names, std::string placeholder,
                    std::function<void(const std::string&)> take, std::string help) {
  parser_->app.add_option_function<std::string>(names,
                                                [this, take = std::move(take)](const std::string& text) {
                                                  taken_.emplace_back([take, text] { take(text); });
                                                });
  options_.push_back({heading_, names, std::move(placeholder), std::move(help)});
}

void Options::value(const std::string& names, std::string placeholder, std::string& value, std::string help) {
  Options::value(
      names, std::move(placeholder), [&value](const std::string& text) { value = text; }, std::move(help));
}

void Options::value(const std::string& names, std::string placeholder, std::optional<std::string>& value,
                    std::string help) {
  Options::value(
      names, std::move(placeholder), [&value](const std::string& text) { value = text; }, std::move(help));
}

void Options::values(const std::string& names, std::string placeholder, bool by_comma, TakeAll take,
                     std::string help) {
  using Texts = std::vector<std::string>;
  CLI::Option* const option =
      parser_->app
          .add_option_function<Texts>(names,
                                      [this, take = std::move(take)](const Texts& texts) {
                                        taken_.emplace_back([take, texts] { take(texts); });
                                      })
          ->allow_extra_args(false)
          ->take_all();
  if (by_comma) option->delimiter(',');
  options_.push_back({heading_, names, std::move(placeholder), std::move(help)});
}

void Options::values(const std::string& names, std::string placeholder, bool by_comma,
                     std::vector<std::string>& values, std::string help) {
  Options::values(
      names, std::move(placeholder), by_comma, [&values](const auto& texts) { values = texts; },
      std::move(help));
}

void Options::output(const std::string& name, std::vector<std::string> endings,
                     std::optional<std::string>& value, std::string help) {
  options_.push_back({heading_, name, "[FILE]", std::move(help)});
  outputs_.push_back({name, std::move(endings), &value});
}

void Options::choices(const std::string& name, std::vector<std::string> words) {
  for (Entry& option : options_) {
    if (option.names.ends_with(name)) option.choices = std::move(words);
  }
}

void Options::argument(std::string name, std::vector<std::string>& values, std::string help) {
  parser_->app.add_option(name, values);
  arguments_.push_back({"", std::move(name), "", std::move(help)});
}

void Options::rest(std::string name, std::vector<std::string>& values, std::string help) {
  rest_ = &values;
  arguments_.push_back({"", std::move(name), "", std::move(help)});
}

void Options::program(std::string name, std::vector<std::string>& values, std::string help) {
  rest(std::move(name), values, std::move(help));
  rest_needs_mark_ = false;
  parser_->app.prefix_command();
}

void Options::epilogue(std::string text) {
  epilogue_ = std::move(text);
}

void Options::exit_statuses(std::vector<ExitStatus> own) {
  exit_statuses_ = with_common(std::move(own));
}

std::vector<Options::Entry> Options::entries() const {
  std::vector<Entry> all = options_;
  all.push_back({"other", "-h,--help", "", "this text"});
  return all;
}

void Options::complain_about(const std::vector<std::string>& extras) const {
  const std::string& extra = extras.front();
  const std::string hint = "; see exeunt " + command_ + " --help";
  if (!extra.starts_with('-')) throw UsageError(command_ + ": unexpected argument '" + extra + "'" + hint);
  std::vector<std::string> known;
  for (const Entry& option : entries())
    known.push_back(option.names.substr(option.names.find("--")));
  const std::optional<std::string> near = closest(extra.substr(0, extra.find('=')), known);
  throw UsageError(command_ + ": unknown option '" + extra + "'" +
                   (near ? " (closest: '" + *near + "')" : "") + hint);
}

// The last of what was given, which the parser left: without the `--` before it, which some versions of it
// leave too.
void Options::take_program(const std::vector<std::string>& given, std::vector<std::string> left) {
  const bool has_mark = !left.empty() && left.front() == "--";
  if (has_mark) left.erase(left.begin());
  const bool behind_mark =
      has_mark || (given.size() > left.size() && given[given.size() - left.size() - 1] == "--");
  if (!left.empty() && !behind_mark && left.front().starts_with('-')) complain_about(left);
  *rest_ = std::move(left);
}

// Takes out the options of output() with their values.
void Options::take_outputs(std::vector<std::string>& arguments) const {
  const auto has_ending = [](const std::string& word, const std::vector<std::string>& endings) {
    return word == "-" || std::any_of(endings.begin(), endings.end(),
                                      [&](const std::string& ending) { return word.ends_with(ending); });
  };
  for (const Output& output : outputs_) {
    for (std::size_t i = 0; i < arguments.size();) {
      const std::string argument = arguments[i];
      const bool alone = argument == output.name;
      if (!alone && !argument.starts_with(output.name + "=")) {
        ++i;
        continue;
      }
      const auto at = arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(i));
      *output.value = alone ? "-" : argument.substr(output.name.size() + 1);
      if (alone && at != arguments.end() && has_ending(*at, output.endings)) {
        *output.value = *at;
        arguments.erase(at);
      }
    }
  }
}

bool Options::parse(std::vector<std::string> arguments) {
  if (rest_ != nullptr && rest_needs_mark_) {
    const auto mark = std::find(arguments.begin(), arguments.end(), "--");
    if (mark != arguments.end()) rest_->assign(mark + 1, arguments.end());
    arguments.erase(mark, arguments.end());
  }
  if (!arguments.empty() && arguments.front() == "--help=man") {
    manual_asked_ = true;
    arguments.front() = "--help";
  }
  take_outputs(arguments);
  const std::vector<std::string> given = arguments;
  std::reverse(arguments.begin(), arguments.end());
  try {
    parser_->app.parse(std::move(arguments));
  } catch (const CLI::ExtrasError&) {
    if (help_asked_) return false;
    complain_about(parser_->app.remaining());
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string what = error.what();
    throw UsageError(command_ + ": " + what.substr(0, what.find(':')) +
                     ": a value is missing, or there are several");
  } catch (const CLI::ParseError& error) {
    throw UsageError(command_ + ": " + error.what());
  }
  if (help_asked_) return false;
  if (rest_ != nullptr && !rest_needs_mark_) take_program(given, parser_->app.remaining());
  for (const std::function<void()>& take : taken_)
    take();
  return true;
}

std::string Options::help(int columns) const {
  return manual_asked_ ? manual() : text_help(columns);
}

std::string Options::text_help(int columns) const {
  const int room = columns <= 0 ? default_columns : std::min(columns, most_columns);
  std::string text = indented("usage: exeunt " + command_ + " " + synopsis_, 0, room) + "\n";
  text += paragraphs(description_, room);
  for (const Entry& argument : arguments_)
    text += explained(argument.names, argument.help, room);
  if (!arguments_.empty()) text += "\n";
  std::string heading;
  for (const Entry& option : entries()) {
    if (option.heading != heading) text += (heading.empty() ? "" : "\n") + option.heading + ":\n";
    heading = option.heading;
    const std::string value = option.placeholder.empty() ? "" : " " + option.placeholder;
    text += explained(spaced_names(option.names) + value, option.help, room);
  }
  return text + "\n" + (epilogue_.empty() ? "" : epilogue_ + "\n") + "exit status:\n" +
         exit_status_lines(exit_statuses_);
}

}  // namespace harness
