#include "lint/check.hpp"

namespace harness::lint_checks {

// Unknown directives, sections that an earlier one hides, and whatever else a golden may not say: the parser
// says file and line itself.
void bad_golden(const Suite& suite, Findings& findings) {
  for (const Subject& subject : suite.subjects) {
    if (subject.golden_error.empty()) continue;
    const std::string prefix = subject.scenario->golden.string() + ":";
    std::string text = subject.golden_error;
    int line = 0;
    if (text.starts_with(prefix)) {
      line = std::atoi(text.c_str() + prefix.size());
      text.erase(0, text.find(": ", prefix.size()) + 2);
    }
    findings.push_back({subject.scenario->golden, line, "bad-golden", text});
  }
}

}  // namespace harness::lint_checks
