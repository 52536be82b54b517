
#include <algorithm>
#include <iterator>

#include "cli/exit_codes.hpp"
#include "cli/panes.hpp"
#include "cli/request.hpp"
#include "cli/source_lines.hpp"
#include "cli/verbs.hpp"
#include "model/names.hpp"
#include "report/terminal/columns.hpp"
#include "report/terminal/difference_text.hpp"
#include "suite/suite.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr int widest_text = 100;
constexpr std::size_t most_named = 5;

Scenario the_one(const SuitePaths& paths, const std::vector<std::string>& names) {
  if (names.size() != 1) throw UsageError("show: one SCENARIO is wanted; exeunt list names them");
  const std::vector<Scenario> found = select(discover(paths), names);
  if (found.size() == 1) return found.front();
  std::vector<Scenario> exact;
  std::copy_if(found.begin(), found.end(), std::back_inserter(exact),
               [&](const Scenario& scenario) { return scenario.name.ends_with("/" + names.front()); });
  if (exact.size() == 1) return exact.front();
  std::string some;
  for (std::size_t i = 0; i < std::min(found.size(), most_named); ++i)
    some += (i == 0 ? "" : ", ") + found[i].name;
  if (found.size() > most_named) some += ", ...";
  throw UsageError(
      harness::format("show: '{}' matches {} scenarios: {}; name one", names.front(), found.size(), some));
}

std::string methods_text(const Scenario& scenario) {
  if (scenario.start_methods.empty()) return "none, it starts no process";
  std::string text;
  for (const StartMethod method : scenario.start_methods) {
    text += (text.empty() ? "" : ", ") + std::string(to_string(method));
  }
  return text;
}

void add_paragraphs(std::vector<Line>& lines, const std::string& text, const Style& style) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    std::string joined = text.substr(begin, end - begin);
    std::replace(joined.begin(), joined.end(), '\n', ' ');
    for (const Line& line : paragraph(style, 0, joined))
      lines.push_back(line);
    lines.emplace_back();
    begin = end + 2;
  }
}

void add_fact(std::vector<Line>& lines, const std::string& name, const std::string& text,
              const Style& style) {
  if (text.empty()) return;
  for (const Line& line : paragraph(style, 0, name + ": " + text, Colour::dim))
    lines.push_back(line);
}

std::vector<Line> introduction(const Scenario& scenario, const Style& given) {
  Style style = given;
  style.columns = given.columns <= 0 ? widest_text : std::min(given.columns, widest_text);
  std::vector<Line> lines =
      paragraph(style, 0, scenario.title.empty() ? scenario.name : scenario.title, Colour::bold);
  lines.emplace_back();
  add_paragraphs(lines, scenario.teaching, style);
  add_fact(lines, "Source", scenario.source, style);
  add_fact(lines, "Start methods", methods_text(scenario), style);
  std::string platforms;
  for (const std::string& platform : scenario.platforms)
    platforms += (platforms.empty() ? "" : ", ") + platform;
  add_fact(lines, "Platforms", platforms, style);
  lines.emplace_back();
  return lines;
}

std::string heading(const char* what, const std::filesystem::path& path) {
  return std::string(what) + "  " + shown_path(path, std::filesystem::current_path());
}

std::vector<Pane> panes_of(const Scenario& scenario, const Style& style) {
  std::vector<Pane> panes;
  if (!scenario.program.empty()) {
    panes.push_back(
        {heading("program", scenario.program), source_lines(read_file(scenario.program), "//", style)});
  }
  if (!scenario.twin.empty()) {
    panes.push_back({heading("twin", scenario.twin), source_lines(read_file(scenario.twin), "#", style)});
  }
  if (std::filesystem::exists(scenario.golden)) {
    panes.push_back({heading("expected", scenario.golden), golden_lines(read_file(scenario.golden), style)});
  } else {
    panes.push_back({"expected", {{{"nothing yet: exeunt accept " + scenario.name + " writes it"}}}});
  }
  return panes;
}

struct ShowWords {
  std::vector<std::string> names;
  SuitePaths paths;
  std::string colour = "auto";
};

void declare(Options& options, ShowWords& words) {
  options.argument("SCENARIO", words.names,
                   "its name, with or without the chapter, or a part that no other name has");
  options.value("--color", "WHEN", words.colour, "auto, always or never");
  declare_suite(options, words.paths);
  options.exit_statuses({{exit_as_expected, "shown"}});
}

int act(ShowWords& words, Streams& streams) {
  const Scenario scenario = the_one(words.paths, words.names);
  Style style = style_for(streams, words.colour);
  streams.out << render(introduction(scenario, style), style);
  const std::vector<Line> panes = arranged(panes_of(scenario, style), style);
  style.columns = 0;  // a line of a program that is too long goes on in the next one
  streams.out << render(panes, style);
  return exit_as_expected;
}

}  // namespace

Verb show_verb() {
  return make_verb<ShowWords>(
      "show", "[OPTIONS] SCENARIO",
      "Shows one scenario: what it teaches, the program in C++, its twin in Python, and what is expected "
      "of both; side by side where the terminal is wide enough.",
      declare, act);
}

}  // namespace harness
