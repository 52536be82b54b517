#include <algorithm>

#include "lint/check.hpp"
#include "support/escape.hpp"
#include "support/file.hpp"
#include "support/glob.hpp"

namespace harness::lint_checks {

void known_failure_of_nothing(const Suite& suite, Findings& findings) {
  const std::filesystem::path file = suite.expected / "known_failures.txt";
  if (!std::filesystem::exists(file)) return;
  int number = 0;
  for (const std::string& line : lines_of(read_file(file))) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const std::string name = line.substr(0, line.find(' '));
    const bool known = std::any_of(suite.subjects.begin(), suite.subjects.end(), [&](const Subject& subject) {
      return glob_matches(name, subject.scenario->name);
    });
    if (known) continue;
    findings.push_back(
        {file, number, "known-failure-of-nothing", "there is no scenario '" + name + "'; remove the line"});
  }
}

}  // namespace harness::lint_checks
