#include "lint/lint.hpp"

#include <algorithm>
#include <tuple>

#include "lint/check.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using namespace lint_checks;

constexpr auto checks = {bad_golden,      duplicate_title, golden_without_program,  known_failure_of_nothing,
                         missing_golden,  missing_source,  missing_title,           missing_twin,
                         sleep_for_order, spinning_loop,   twin_with_another_title, unchecked_fork,
                         unused_section};

std::string text_of(const std::filesystem::path& file) {
  return file.empty() || !std::filesystem::exists(file) ? std::string() : read_file(file);
}

Subject subject_of(const Scenario& scenario) {
  Subject subject;
  subject.scenario = &scenario;
  subject.program = text_of(scenario.program);
  subject.twin = text_of(scenario.twin);
  subject.golden_text = text_of(scenario.golden);
  if (subject.golden_text.empty()) return subject;
  try {
    subject.golden = parse_golden(subject.golden_text, scenario.golden);
  } catch (const CannotJudge& error) {
    subject.golden_error = error.what();
  }
  return subject;
}

}  // namespace

std::string to_string(const Finding& finding) {
  const std::string line = finding.line > 0 ? ":" + std::to_string(finding.line) : std::string();
  return finding.file.string() + line + ": " + finding.check + ": " + finding.text;
}

std::vector<Finding> lint(std::span<const Scenario> scenarios, const std::filesystem::path& expected) {
  Suite suite;
  suite.expected = expected;
  for (const Scenario& scenario : scenarios)
    suite.subjects.push_back(subject_of(scenario));
  Findings findings;
  for (const auto check : checks)
    check(suite, findings);
  std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.file, a.line, a.check, a.text) < std::tie(b.file, b.line, b.check, b.text);
  });
  return findings;
}

namespace lint_checks {

const std::filesystem::path& main_source(const Scenario& scenario) {
  return scenario.program.empty() ? scenario.twin : scenario.program;
}

}  // namespace lint_checks
}  // namespace harness
