#include <algorithm>
#include <regex>

#include "lint/check.hpp"
#include "support/escape.hpp"

namespace harness::lint_checks {
namespace {

constexpr std::size_t nearby = 6;  // lines

bool is_comment(const std::string& line) {
  const std::size_t begin = line.find_first_not_of(' ');
  return begin != std::string::npos && line.compare(begin, 2, "//") == 0;
}

/// Whether one of the lines behind asks for the failure of what was put into `name`.
bool is_checked(const std::vector<std::string>& lines, std::size_t from, const std::string& name) {
  const std::regex failure("\\b" + name + R"(\s*(<|<=|==|!=)\s*(0|-1)\b|\b(0|-1)\s*(>|==|!=)\s*)" + name +
                           R"(\b|\bcase -1:)");
  const std::regex only_child("\\b" + name + R"(\s*[!=]=\s*0\b)");
  for (std::size_t i = from; i < std::min(lines.size(), from + nearby); ++i) {
    if (std::regex_search(std::regex_replace(lines[i], only_child, ""), failure)) return true;
  }
  return false;
}

void look(const std::filesystem::path& file, const std::string& text, Findings& findings) {
  const std::regex forks(R"(\bv?fork\s*\(\s*\))");
  const std::regex kept(R"((\w+)\s*=\s*(::)?v?fork\s*\(\s*\)\s*;)");
  const std::regex handed_on(R"(\breturn\s+(::)?v?fork\s*\(\s*\)\s*;)");
  const std::regex literal(R"("(\\.|[^"\\])*")");
  const std::vector<std::string> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].find("fork") == std::string::npos || is_comment(lines[i])) continue;
    const std::string code = std::regex_replace(lines[i], literal, "");
    if (!std::regex_search(code, forks) || std::regex_search(code, handed_on)) continue;
    std::smatch match;
    if (std::regex_search(code, match, kept) && is_checked(lines, i + 1, match[1])) continue;
    findings.push_back(
        {file, static_cast<int>(i) + 1, "unchecked-fork",
         "fork() can fail, and kill(-1, ...) ends everything that its user runs; look whether it "
         "returned -1 before anything else is done with it"});
  }
}

}  // namespace

void unchecked_fork(const Suite& suite, Findings& findings) {
  for (const Subject& subject : suite.subjects)
    look(subject.scenario->program, subject.program, findings);
}

}  // namespace harness::lint_checks
