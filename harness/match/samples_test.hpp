#pragma once

#include <gmock/gmock.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "match/compare.hpp"
#include "match/golden.hpp"
#include "match/judge.hpp"
#include "model/names.hpp"

namespace harness::samples {

inline Golden golden(std::string_view text) {
  return parse_golden(text, "expected/x.golden");
}

/// What reading a golden complains about; empty where it does not.
inline std::string complaint(std::string_view text) {
  try {
    golden(text);
    return {};
  } catch (const BadGolden& bad) {
    return bad.what();
  }
}

/// A process from its line: "1.2 exit 0 reaped", "1 signal SIGTERM orphaned", "2 ? leaked" (`?` for not
/// seen).
inline Process process(const std::string& line) {
  Process made;
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  made.id = line.substr(0, first);
  made.end = parse_ending(line.substr(first + 1, last - first - 1));
  made.fate = parse<Fate>(line.substr(last + 1));
  made.exec = false;
  made.pid = 100 + static_cast<pid_t>(made.id.size());
  if (made.id == "program") {
    made.exec = true;
    made.argv = {"/build/scenario"};
  } else {
    const std::size_t dot = made.id.rfind('.');
    made.parent = dot == std::string::npos ? "program" : made.id.substr(0, dot);
  }
  return made;
}

inline Observation observed(std::string out,
                            const std::vector<std::string>& processes = {"program exit 0 root"},
                            Level level = Level::trace) {
  Observation seen;
  seen.level = level;
  seen.out = std::move(out);
  for (const std::string& line : processes)
    seen.processes.push_back(process(line));
  seen.limit_ms = 5000;
  return seen;
}

inline Process& find(Observation& seen, std::string_view id) {
  for (Process& process : seen.processes) {
    if (process.id == id) return process;
  }
  throw std::logic_error("no such process in the sample");
}

inline void executes(Observation& seen, std::string_view id, std::vector<std::string> argv) {
  find(seen, id).exec = true;
  find(seen, id).argv = std::move(argv);
}

inline std::vector<std::string> reasons(const Comparison& comparison) {
  std::vector<std::string> texts;
  for (const Difference& difference : comparison.differences)
    texts.push_back(difference.reason);
  return texts;
}

/// The reasons of comparing with a golden under default conditions.
inline std::vector<std::string> reasons(const Observation& seen, std::string_view text,
                                        const Conditions& conditions = {}) {
  return reasons(compare(seen, golden(text), conditions));
}

/// A difference as lines with the marks of a diff.
inline std::vector<std::string> marked(const Difference& difference) {
  std::vector<std::string> lines;
  for (const DiffLine& line : difference.diff) {
    const char* marks = " -+~";
    lines.push_back(marks[static_cast<int>(line.kind)] + line.text);
  }
  return lines;
}

inline std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i)
    all += text;
  return all;
}

}  // namespace harness::samples
