#include <regex>

#include "lint/check.hpp"
#include "support/escape.hpp"

namespace harness::lint_checks {
namespace {

void look(const std::filesystem::path& file, const std::string& text, const std::regex& sleep,
          Findings& findings) {
  int number = 0;
  for (const std::string& line : lines_of(text)) {
    ++number;
    const std::size_t begin = line.find_first_not_of(' ');
    const bool comment = begin != std::string::npos && (line.substr(begin, 2) == "//" || line[begin] == '#');
    if (comment || !std::regex_search(line, sleep)) continue;
    findings.push_back({file, number, "sleep-for-order",
                        "a sleep orders nothing under load; let processes wait for one another, or use "
                        "block_for() where the behaviour is about time"});
  }
}

}  // namespace

void sleep_for_order(const Suite& suite, Findings& findings) {
  // Made here, for making one takes longer than all else that a short command does before its main().
  const std::regex sleep_in_cpp(R"(\b(sleep_for|sleep_until|sleep|usleep|nanosleep|clock_nanosleep)\s*\()");
  const std::regex sleep_in_python(R"(\btime\.sleep\s*\()");
  for (const Subject& subject : suite.subjects) {
    look(subject.scenario->program, subject.program, sleep_in_cpp, findings);
    look(subject.scenario->twin, subject.twin, sleep_in_python, findings);
  }
}

}  // namespace harness::lint_checks
