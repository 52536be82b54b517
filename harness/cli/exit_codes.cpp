#include "cli/exit_codes.hpp"

#include <algorithm>

#include "support/format.hpp"

namespace harness {

std::vector<ExitStatus> with_common(std::vector<ExitStatus> own) {
  const auto add = [&](int code, const char* meaning) {
    if (std::none_of(own.begin(), own.end(), [&](const ExitStatus& one) { return one.code == code; }))
      own.push_back({code, meaning});
  };
  add(exit_could_not_judge, "could not: a file, a program or the host is at fault; or interrupted");
  add(exit_wrong_command_line, "wrong command line");
  std::stable_sort(own.begin(), own.end(),
                   [](const ExitStatus& a, const ExitStatus& b) { return a.code < b.code; });
  return own;
}

std::vector<ExitStatus> exit_statuses_of_runs() {
  return {
      {exit_as_expected, "all as expected"},
      {exit_differs, "something differs"},
      {exit_could_not_judge, "could not judge: a bad golden, a missing program, the host; or interrupted"},
      {exit_wrong_command_line, "wrong command line, or a filter that matches nothing"},
      {exit_only_skips, "nothing but skips"}};
}

std::string exit_status_lines(const std::vector<ExitStatus>& statuses) {
  std::string text;
  for (const ExitStatus& one : statuses)
    text += harness::format("  {:3} {}\n", one.code ? std::to_string(*one.code) : "N", one.meaning);
  return text;
}

}  // namespace harness
