#include "model/case.hpp"

#include "model/names.hpp"

namespace harness {

std::string implementation_text(const Case& c) {
  std::string text = c.conditions.implementation;
  if (text == "reference") return text;
  if (!c.version_text.empty()) text += " " + c.version_text;
  if (!c.python_version.empty() && c.python_version != c.version_text) text += ", Python " + c.python_version;
  return text;
}

std::string case_name(const Case& c) {
  std::string name = c.scenario->name;
  if (c.conditions.implementation != "reference") name += "  " + implementation_text(c);
  if (c.conditions.start_method) name += "  " + std::string(to_string(*c.conditions.start_method));
  name += "  " + std::string(to_string(c.conditions.stdio));
  if (c.repetition > 1) name += "  #" + std::to_string(c.repetition);
  return name;
}

void count(Summary& summary, const CaseResult& result) {
  summary.add(result.judgement.verdict);
  summary.not_checked += static_cast<int>(result.comparison.not_checked.size());
  summary.close_races += static_cast<int>(result.comparison.close_races.size());
  summary.guessed_helpers += static_cast<int>(result.comparison.guessed_helpers.size());
}

int exit_status(const Summary& summary) {
  if (summary.broken > 0 || summary.interrupted) return 2;
  if (summary.failed > 0) return 1;
  if (summary.passed + summary.known_failures == 0) return summary.skipped > 0 ? 77 : 2;
  return 0;
}

}  // namespace harness
