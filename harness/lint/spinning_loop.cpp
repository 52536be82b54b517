#include <regex>

#include "lint/check.hpp"
#include "support/escape.hpp"

namespace harness::lint_checks {
namespace {

/// What makes each kind of source spin: a loop that does nothing, and whose condition does not wait.
struct Language {
  std::regex loop;     ///< its head
  std::regex nothing;  ///< all that the line behind the head has
  std::regex at_once;  ///< a loop that does nothing, on one line
};

bool waits(const std::string& head) {
  static const std::regex call(
      R"(\b(read|recv\w*|write|send\w*|accept|poll|ppoll|select|epoll_wait|wait\w*|join\w*|receive\w*|pause|sigsuspend|sigwait\w*|sigtimedwait|getline|fgets|getchar|futex|syscall)\s*\()");
  return head.find("WNOHANG") == std::string::npos && std::regex_search(head, call);
}

void look(const std::filesystem::path& file, const std::string& text, const Language& language,
          Findings& findings) {
  const std::vector<std::string> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].find("while ") == std::string::npos && lines[i].find("for ") == std::string::npos) continue;
    const bool is_loop = std::regex_search(lines[i], language.loop) && i + 1 < lines.size() &&
                         std::regex_match(lines[i + 1], language.nothing);
    if (!is_loop && !std::regex_search(lines[i], language.at_once)) continue;
    if (waits(lines[i])) continue;
    findings.push_back({file, static_cast<int>(i) + 1, "spinning-loop",
                        "a loop that only looks takes a whole processor while it waits; wait for the other "
                        "process by a call that blocks"});
  }
}

}  // namespace

void spinning_loop(const Suite& suite, Findings& findings) {
  const Language cpp{std::regex(R"(^\s*(while|for) \(.*\)\s*\{?\s*$)"),
                     std::regex(R"(\s*(\}|;|(std::this_thread::yield|sched_yield)\(\);)\s*)"),
                     std::regex(R"(^\s*(while|for) \(.*\)\s*(;|\{\s*\})\s*$)")};
  const Language python{std::regex(R"(^\s*while .*:\s*$)"), std::regex(R"(\s*pass\s*)"),
                        std::regex(R"(^\s*while .*:\s*pass\s*$)")};
  for (const Subject& subject : suite.subjects) {
    look(subject.scenario->program, subject.program, cpp, findings);
    look(subject.scenario->twin, subject.twin, python, findings);
  }
}

}  // namespace harness::lint_checks
