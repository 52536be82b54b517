#include "lint/check.hpp"
#include "suite/opening_comment.hpp"

namespace harness::lint_checks {
namespace {

// Only the names of functions may differ: os_exit() is Python's os._exit().
std::string in_one_language(std::string title) {
  for (std::size_t at = title.find("os._exit"); at != std::string::npos; at = title.find("os._exit"))
    title.replace(at, 8, "os_exit");
  for (std::size_t at = title.find("sys.exit"); at != std::string::npos; at = title.find("sys.exit"))
    title.replace(at, 8, "exit");
  return title;
}

}  // namespace

void twin_with_another_title(const Suite& suite, Findings& findings) {
  for (const Subject& subject : suite.subjects) {
    const Scenario& scenario = *subject.scenario;
    if (subject.twin.empty() || subject.program.empty()) continue;
    const std::string title = read_opening_comment(subject.twin, scenario.twin.string()).title;
    if (in_one_language(title) == in_one_language(scenario.title)) continue;
    findings.push_back({scenario.twin, 1, "twin-with-another-title",
                        "it is called '" + title + "', the program '" + scenario.title + "'"});
  }
}

}  // namespace harness::lint_checks
