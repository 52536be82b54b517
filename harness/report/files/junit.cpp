#include "report/files/junit.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <utility>

#include "model/names.hpp"
#include "report/terminal/case_lines.hpp"
#include "report/terminal/difference_text.hpp"
#include "report/terminal/process_lines.hpp"
#include "support/escape.hpp"
#include "support/format.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

// visible() leaves two characters that XML 1.0 does not know.
std::string xml_text(std::string_view line) {
  const std::string safe = visible(line);
  std::string text;
  for (std::string_view rest = safe; !rest.empty();) {
    const std::string_view character = first_character(rest);
    const char32_t code = code_point(character);
    text += code == 0xFFFE || code == 0xFFFF ? harness::format("\\u{{{:x}}}", static_cast<unsigned>(code))
                                             : std::string(character);
    rest.remove_prefix(character.size());
  }
  return text;
}

std::string xml_lines(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines)
    text += xml_text(render(line, text_style)) + "\n";
  return text;
}

// "cpython-3_11_2.exit": Jenkins takes what stands before the last dot for a package.
std::string suite_of(const Case& c) {
  std::string implementation = c.conditions.implementation;
  if (implementation != "reference" && !c.version_text.empty()) implementation += "-" + c.version_text;
  if (!c.python_version.empty() && c.python_version != c.version_text)
    implementation += "-Python-" + c.python_version;
  std::replace_if(
      implementation.begin(), implementation.end(),
      [](char ch) { return ch == '.' || ch == '/' || ch == ' '; }, '_');
  return xml_text(implementation + "." + c.scenario->chapter());
}

std::string name_of(const Case& c) {
  std::string name = c.scenario->name.substr(c.scenario->name.find('/') + 1) + " [";
  if (c.conditions.start_method) name += std::string(to_string(*c.conditions.start_method)) + ", ";
  name += std::string(to_string(c.conditions.stdio)) + "]";
  if (c.repetition > 1) name += " #" + std::to_string(c.repetition);
  return xml_text(name);
}

std::string failure_text(const CaseResult& result, const std::filesystem::path& base) {
  std::string text = xml_text(result.judgement.reason) + "\n";
  for (const Difference& difference : result.comparison.differences) {
    text += xml_lines(difference_lines(difference, text_style, base,
                                       !result.judgement.reason.starts_with(difference.reason)));
  }
  return text;
}

std::string facts_text(const CaseResult& result) {
  std::string text = harness::format("level {}", to_string(result.seen.level));
  if (!result.seen.level_reason.empty()) text += " (" + xml_text(result.seen.level_reason) + ")";
  text += "\n" + xml_lines(process_lines(result.seen.processes, text_style, 0));
  for (const std::string& fact : result.comparison.not_checked)
    text += "not checked: " + xml_text(fact) + "\n";
  for (const std::string& race : result.comparison.close_races)
    text += "close race: " + xml_text(race) + "\n";
  for (const std::string& guess : result.comparison.guessed_helpers)
    text += "guessed: " + xml_text(guess) + "\n";
  for (const std::string& holder : result.seen.output_holders) {
    text += "still held the output at the end: " + xml_text(holder) + "\n";
  }
  return text;
}

struct Element {
  const char* name;  // nullptr: the case passed
  bool with_text;
};

Element element_of(Verdict verdict) {
  switch (counts_as(verdict)) {
    case CountsAs::passed:
      return {nullptr, false};
    case CountsAs::failed:
      return {"failure", true};
    case CountsAs::broken:
      return {"error", true};
    case CountsAs::skipped:
    case CountsAs::known_failure:
      return {"skipped", false};
  }
  return {nullptr, false};
}

std::string type_of(const Judgement& judgement) {
  return std::string(judgement.code ? to_string(*judgement.code) : to_string(judgement.verdict));
}

std::string message_of(const Judgement& judgement) {
  const std::string reason = xml_text(judgement.reason);
  if (judgement.verdict == Verdict::known_fail) return "known failure: " + reason;
  if (judgement.verdict == Verdict::flaky) return "flaky: " + reason;
  return reason.empty() ? type_of(judgement) : reason;
}

void add_property(pugi::xml_node properties, const char* name, const std::string& value) {
  if (value.empty()) return;
  pugi::xml_node property = properties.append_child("property");
  property.append_attribute("name") = name;
  property.append_attribute("value") = xml_text(value).c_str();
}

void add_properties(pugi::xml_node suite, const Platform& platform, const RunFacts& facts) {
  pugi::xml_node properties = suite.append_child("properties");
  add_property(properties, "os", platform.os);
  add_property(properties, "distribution", platform.distribution);
  add_property(properties, "kernel", platform.kernel);
  add_property(properties, "architecture", platform.architecture);
  add_property(properties, "libc", platform.libc);
  add_property(properties, "level", std::string(to_string(facts.level)));
  add_property(properties, "level_reason", facts.level_reason);
}

template <class Entries>
void add_counts(pugi::xml_node suite, const Entries& entries) {
  const auto are = [&](std::string_view element) {
    return std::count_if(entries.begin(), entries.end(), [&](const auto& entry) {
      const char* name = element_of(entry.judgement.verdict).name;
      return name != nullptr && name == element;
    });
  };
  double seconds = 0;
  for (const auto& entry : entries)
    seconds += entry.seconds;
  suite.append_attribute("tests") = static_cast<unsigned long long>(entries.size());
  suite.append_attribute("failures") = static_cast<unsigned long long>(are("failure"));
  suite.append_attribute("errors") = static_cast<unsigned long long>(are("error"));
  suite.append_attribute("skipped") = static_cast<unsigned long long>(are("skipped"));
  suite.append_attribute("time") = harness::format("{:.3f}", seconds).c_str();
}

}  // namespace

Junit::Junit(std::ostream& out, Platform platform, std::filesystem::path base)
    : out_(out), platform_(std::move(platform)), base_(std::move(base)) {}

void Junit::started(const RunPlan& plan) {
  facts_ = facts_of(plan);
}

std::string Junit::unique_name(const std::string& suite, const CaseResult& result) {
  const std::string name = name_of(result.judged);
  std::string candidate = name;
  for (int n = 2; !names_.insert(suite + "\n" + candidate).second; ++n)
    candidate = harness::format("{} ({})", name, n);
  return candidate;
}

void Junit::finished(const CaseResult& result) {
  const std::string suite = suite_of(result.judged);
  Entry entry;
  entry.name = unique_name(suite, result);
  entry.seconds = result.seen.wall_ms / 1000;
  entry.judgement = result.judgement;
  entry.file = xml_text(shown_path(result.judged.scenario->golden, base_));
  entry.line = result.comparison.differences.empty() ? 0 : result.comparison.differences.front().line;
  if (element_of(result.judgement.verdict).with_text) entry.text = failure_text(result, base_);
  if (result.judgement.verdict != Verdict::skip) entry.facts = facts_text(result);
  suites_[suite].push_back(std::move(entry));
}

void Junit::ended(const Summary& summary) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  pugi::xml_node root = document.append_child("testsuites");
  root.append_attribute("name") = "exeunt";
  root.append_attribute("time") = harness::format("{:.3f}", summary.wall_ms / 1000).c_str();
  for (const auto& [classname, entries] : suites_) {
    pugi::xml_node suite = root.append_child("testsuite");
    suite.append_attribute("name") = classname.c_str();
    add_counts(suite, entries);
    add_properties(suite, platform_, facts_);
    for (const Entry& entry : entries) {
      pugi::xml_node test = suite.append_child("testcase");
      test.append_attribute("classname") = classname.c_str();
      test.append_attribute("name") = entry.name.c_str();
      test.append_attribute("time") = harness::format("{:.3f}", entry.seconds).c_str();
      if (!entry.file.empty()) test.append_attribute("file") = entry.file.c_str();
      if (entry.line > 0) test.append_attribute("line") = entry.line;
      if (const Element element = element_of(entry.judgement.verdict); element.name != nullptr) {
        pugi::xml_node verdict = test.append_child(element.name);
        verdict.append_attribute("message") = message_of(entry.judgement).c_str();
        if (element.with_text) verdict.append_attribute("type") = type_of(entry.judgement).c_str();
        if (element.with_text) verdict.text() = entry.text.c_str();
      }
      if (!entry.facts.empty()) test.append_child("system-out").text() = entry.facts.c_str();
    }
  }
  document.save(out_, "  ", pugi::format_default, pugi::encoding_utf8);
  out_ << std::flush;
}

}  // namespace harness
