#include "report/terminal/watch_lines.hpp"

#include <algorithm>

#include "report/observation_facts.hpp"
#include "report/terminal/columns.hpp"
#include "report/terminal/marks.hpp"
#include "report/terminal/timeline_lines.hpp"
#include "report/terminal/tree_lines.hpp"
#include "report/terminal/writer_lines.hpp"
#include "support/escape.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

std::vector<Line> head_lines(const Observation& seen, const Style& style) {
  std::string facts;
  for (const std::string& fact : observation_facts(seen)) {
    facts += (facts.empty() ? "" : std::string(marks_of(style).dot)) + shown(style, fact);
  }
  std::vector<Line> lines;
  for (const std::string& line : wrapped(facts, style.columns))
    lines.push_back({{line, Colour::bold}});
  if (seen.start_failure) append(lines, paragraph(style, 0, start_failure_words(seen), Colour::red));
  return lines;
}

}  // namespace

std::vector<Line> watch_lines(const Observation& seen, const Style& style, std::size_t most) {
  std::vector<Line> lines = head_lines(seen, style);
  append(lines, tree_lines(seen, style, most));
  if (!seen.processes.empty() && seen.processes.front().start_ms) {
    lines.emplace_back();
    append(lines, timeline_lines(seen, style, most));
  }
  const std::vector<Line> writers = writer_lines(seen, style);
  if (writers.empty()) return lines;
  lines.push_back({});
  lines.push_back({{"who wrote what", Colour::bold}});
  append(lines, writers);
  return lines;
}

}  // namespace harness
