#include <algorithm>

#include "cli/exit_codes.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"
#include "lint/lint.hpp"
#include "model/names.hpp"
#include "record/json_fields.hpp"
#include "report/terminal/columns.hpp"
#include "report/terminal/line.hpp"
#include "suite/suite.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

constexpr int narrow = 70;

struct ListWords {
  std::vector<std::string> filters;
  SuitePaths paths;
  bool cases = false;
  bool json = false;
  bool lint = false;
  std::string colour = "auto";
};

void declare(Options& options, ListWords& words) {
  declare_filters(options, words.filters);
  options.flag(
      "--cases", words.cases,
      "a line for each scenario and start method, as tools read it: SCENARIO METHOD; METHOD is - for a "
      "scenario that starts no process");
  options.flag("--json", words.json, "an array of objects with everything that is known of each scenario");
  options.flag(
      "--lint", words.lint,
      "looks for what an author should mend: missing goldens, twins, titles and sources, titles that "
      "occur twice, sections that are never used, sleeps; exit status 1 where there is any");
  options.value("--color", "WHEN", words.colour, "auto, always or never");
  declare_suite(options, words.paths);
  options.exit_statuses({{exit_as_expected, "listed; with --lint: nothing to mend"},
                         {exit_differs, "--lint found something to mend"}});
}

Json as_json(const Scenario& scenario) {
  Json methods = Json::array();
  for (const StartMethod method : scenario.start_methods)
    methods.push_back(std::string(to_string(method)));
  Json object;
  set_text(object, "scenario", scenario.name);
  set_text(object, "title", scenario.title);
  set_text(object, "teaching", scenario.teaching);
  set_text(object, "source", scenario.source);
  object["start_methods"] = methods;
  object["platforms"] = scenario.platforms;
  set_text(object, "program", scenario.program.string());
  set_text(object, "twin", scenario.twin.string());
  set_text(object, "golden", scenario.golden.string());
  return object;
}

std::string json_text(const std::vector<Scenario>& scenarios) {
  std::string text = "[";
  for (const Scenario& scenario : scenarios)
    text += (text == "[" ? "\n" : ",\n") + as_json(scenario).dump();
  return text + "\n]\n";
}

std::string cases_text(const std::vector<Scenario>& scenarios) {
  std::string text;
  for (const Scenario& scenario : scenarios) {
    if (scenario.start_methods.empty()) text += scenario.name + " -\n";
    for (const StartMethod method : scenario.start_methods) {
      text += scenario.name + " " + std::string(to_string(method)) + "\n";
    }
  }
  return text;
}

std::vector<Line> lines_for(const std::vector<Scenario>& scenarios, const Style& style) {
  int name_columns = 0;
  for (const Scenario& scenario : scenarios) {
    name_columns = std::max(name_columns, columns_of(shown(style, scenario.name)));
  }
  std::vector<Line> lines;
  const bool beside = style.columns <= 0 || style.columns >= narrow;
  for (const Scenario& scenario : scenarios) {
    const std::string name = shown(style, scenario.name);
    if (beside) {
      lines.push_back({{padded(name, name_columns), Colour::bold}, {"  " + shown(style, scenario.title)}});
      continue;
    }
    lines.push_back({{name, Colour::bold}});
    for (const Line& line : paragraph(style, 4, scenario.title))
      lines.push_back(line);
  }
  return lines;
}

int tell_findings(const std::vector<Scenario>& scenarios, const std::filesystem::path& expected,
                  const Style& style, Streams& streams) {
  const std::vector<Finding> findings = lint(scenarios, expected);
  for (const Finding& finding : findings)
    streams.out << shown(style, to_string(finding)) << "\n";
  if (!findings.empty()) return exit_differs;
  streams.out << scenarios.size() << " scenarios, nothing to mend\n";
  return exit_as_expected;
}

int act(ListWords& words, Streams& streams) {
  if (words.cases && words.json) throw UsageError("--cases and --json exclude each other");
  if (words.lint && (words.cases || words.json)) throw UsageError("--lint excludes --cases and --json");
  const std::vector<Scenario> scenarios = select(discover(words.paths), words.filters);
  const Style style = style_for(streams, words.colour);
  if (words.lint) return tell_findings(scenarios, words.paths.expected, style, streams);
  if (words.json) {
    streams.out << json_text(scenarios);
  } else if (words.cases) {
    streams.out << cases_text(scenarios);
  } else {
    streams.out << render(lines_for(scenarios, style), style);
  }
  return exit_as_expected;
}

}  // namespace

Verb list_verb() {
  return make_verb<ListWords>("list", "[OPTIONS] [FILTER...]",
                              "Lists scenarios: the name that other commands take, and the title.", declare,
                              act);
}

}  // namespace harness
