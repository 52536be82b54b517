#include "report/pages/run_page.hpp"

#include <algorithm>

#include "model/names.hpp"
#include "report/observation_facts.hpp"
#include "report/pages/page.hpp"
#include "report/pages/pages.hpp"
#include "report/pages/timeline_page.hpp"
#include "report/terminal/difference_text.hpp"
#include "report/variants.hpp"
#include "report/verdict_signs.hpp"
#include "support/escape.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr std::size_t most_processes = 100;
constexpr std::size_t longest_page_diff = 400;   // lines
constexpr std::size_t longest_line = 2000;       // bytes
constexpr std::size_t longest_text = 32 * 1024;  // bytes of a program or golden

std::string bounded(const std::string& text, std::size_t most) {
  return text.size() <= most ? text : text.substr(0, most) + "…";
}

Json diff_line(const DiffLine& line) {
  const std::string text = bounded(line.text, longest_line);
  switch (line.kind) {
    case DiffLine::Kind::same:
      return {{"class", "same"}, {"sign", " "}, {"text", text}};
    case DiffLine::Kind::expected:
      return {{"class", "expected"}, {"sign", "-"}, {"text", text}};
    case DiffLine::Kind::seen:
      return {{"class", "seen"}, {"sign", "+"}, {"text", text}};
    case DiffLine::Kind::omitted:
      return {{"class", "omitted"}, {"sign", " "}, {"text", text}};
  }
  return {};
}

Json differences_of(const Comparison& comparison, const std::string& base) {
  Json list = Json::array();
  for (const Difference& difference : comparison.differences) {
    Json diff = Json::array();
    for (std::size_t i = 0; i < std::min(difference.diff.size(), longest_page_diff); ++i) {
      diff.push_back(diff_line(difference.diff[i]));
    }
    list.push_back({{"code", std::string(to_string(difference.code))},
                    {"reason", difference.reason},
                    {"place", place_of(difference, base)},
                    {"has_diff", !diff.empty()},
                    {"diff", diff}});
  }
  return list;
}

Json notes_of(const CaseResult& result) {
  Json notes = Json::array();
  for (const std::string& fact : result.comparison.not_checked)
    notes.push_back("not checked: " + fact);
  for (const std::string& race : result.comparison.close_races)
    notes.push_back("close race: " + race);
  for (const std::string& guess : result.comparison.guessed_helpers)
    notes.push_back("guessed: " + guess);
  for (const std::string& holder : result.seen.output_holders) {
    notes.push_back("still held the output open at the end: " + holder);
  }
  return notes;
}

Json golden_lines(const std::optional<std::string>& golden, const Comparison* comparison) {
  Json lines = Json::array();
  if (!golden) return lines;
  for (const std::string& text : lines_of(bounded(*golden, longest_text))) {
    const auto number = static_cast<int>(lines.size()) + 1;
    const bool blamed =
        comparison != nullptr &&
        std::any_of(comparison->differences.begin(), comparison->differences.end(),
                    [number](const Difference& difference) { return difference.line == number; });
    lines.push_back({{"number", number}, {"text", text}, {"blamed", blamed}});
  }
  return lines;
}

// What was run stands open, its counterpart closed behind it.
Json programs_of(const Case& c, const ScenarioTexts& texts, const std::string& base) {
  const bool twin_ran = is_twins(c.conditions.implementation);
  Json programs = Json::array();
  const auto add = [&](const std::filesystem::path& path, const std::optional<std::string>& text,
                       bool judged) {
    if (!text) return;
    programs.push_back(
        {{"path", shown_path(path, base)}, {"judged", judged}, {"text", bounded(*text, longest_text)}});
  };
  if (twin_ran) add(c.scenario->twin, texts.twin, true);
  add(c.scenario->program, texts.program, c.conditions.implementation == "reference");
  if (!twin_ran) add(c.scenario->twin, texts.twin, false);
  return programs;
}

Json siblings_of(const std::vector<SiblingRun>& siblings, const std::string& root) {
  Json list = Json::array();
  for (const SiblingRun& sibling : siblings) {
    list.push_back(
        {{"name", sibling.name}, {"href", sibling.href}, {"root", root}, {"current", sibling.current}});
  }
  return list;
}

Json teaching_of(const Scenario& scenario) {
  if (scenario.teaching.empty() && scenario.source.empty()) return false;
  Json paragraphs = Json::array();
  std::string paragraph;
  for (const std::string& line : lines_of(scenario.teaching + "\n\n")) {
    if (!line.empty()) {
      paragraph += (paragraph.empty() ? "" : " ") + line;
    } else if (!paragraph.empty()) {
      paragraphs.push_back(std::exchange(paragraph, ""));
    }
  }
  return {{"paragraphs", paragraphs}, {"source", scenario.source}};
}

void add_case(Json& values, const Case& c) {
  values["scenario"] = c.scenario->name;
  values["title"] = c.scenario->title.empty() ? c.scenario->name : c.scenario->title;
  values["variant"] = to_string(variant_of(c));
  values["teaching"] = teaching_of(*c.scenario);
  const Conditions& conditions = c.conditions;
  values["facts"] = Json::array({implementation_text(c)});
  if (conditions.start_method)
    values["facts"].push_back("start method " + std::string(to_string(*conditions.start_method)));
  values["facts"].push_back("stdio " + std::string(to_string(conditions.stdio)));
  if (c.repetition > 1) values["facts"].push_back(harness::format("repetition {}", c.repetition));
}

void add_result(Json& values, const CaseResult* result, const std::string& base) {
  const bool ran = result != nullptr && !result->seen.processes.empty();
  values["verdict"] = result ? std::string(to_string(result->judgement.verdict)) : "none";
  values["sign"] = result ? sign_of(result->judgement.verdict) : "–";
  values["reason"] =
      result ? result->judgement.reason : "it was planned, but the run was interrupted before it";
  values["differences"] = result ? differences_of(result->comparison, base) : Json::array();
  values["has_differences"] = !values["differences"].empty();
  values["notes"] = result ? notes_of(*result) : Json::array();
  values["has_notes"] = !values["notes"].empty();
  values["ran"] = ran;
  if (!ran) return;
  for (const std::string& fact : observation_facts(result->seen))
    values["facts"].push_back(fact);
  values["timeline"] = timeline_html(result->seen, most_processes);
  values["output"] = output_html(result->seen);
}

}  // namespace

std::string run_page(const Case& c, const CaseResult* result, const ScenarioTexts& texts,
                     const std::vector<SiblingRun>& siblings, const RunPageFacts& facts) {
  Json values{{"root", facts.root}, {"exeunt", facts.exeunt}, {"started", facts.started}};
  add_case(values, c);
  add_result(values, result, facts.base);
  values["siblings"] = siblings_of(siblings, facts.root);
  values["has_siblings"] = siblings.size() > 1;
  values["golden"] = golden_lines(texts.golden, result ? &result->comparison : nullptr);
  values["has_golden"] = !values["golden"].empty();
  values["golden_path"] = shown_path(c.scenario->golden, facts.base);
  values["programs"] = programs_of(c, texts, facts.base);
  return render_page(pages::run_html, values);
}

}  // namespace harness
