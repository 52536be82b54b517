#include "report/terminal/case_lines.hpp"

#include "model/names.hpp"
#include "report/terminal/columns.hpp"
#include "report/terminal/marks.hpp"
#include "report/terminal/process_lines.hpp"
#include "report/terminal/summary_lines.hpp"
#include "report/terminal/writer_lines.hpp"

namespace harness {
namespace {

constexpr int verdict_columns = 7;
constexpr int tree_indent = verdict_columns + 2;

}  // namespace

Line case_line(const CaseResult& result, const Style& style, bool with_reason) {
  const Judgement& judgement = result.judgement;
  Line line{{padded(to_string(judgement.verdict), verdict_columns), colour_of(judgement.verdict)},
            {"  " + shown(style, case_name(result.judged))}};
  if (judgement.verdict != Verdict::skip) line.push_back({"  " + duration(result.seen.wall_ms), Colour::dim});
  if (with_reason && !judgement.reason.empty()) line.push_back({"  " + shown(style, judgement.reason)});
  return line;
}

std::vector<Line> case_lines(const CaseResult& result, const Style& style) {
  std::vector<Line> lines{case_line(result, style, false)};
  if (!result.judgement.reason.empty()) append(lines, paragraph(style, tree_indent, result.judgement.reason));
  append(lines, process_lines(result.seen.processes, style, tree_indent));
  append(lines, writer_lines(result.seen, style, tree_indent));
  for (const std::string& fact : result.comparison.not_checked) {
    append(lines, paragraph(style, tree_indent, "not checked: " + fact, Colour::dim));
  }
  for (const std::string& race : result.comparison.close_races) {
    append(lines, paragraph(style, tree_indent, "close race: " + race, Colour::yellow));
  }
  for (const std::string& guess : result.comparison.guessed_helpers) {
    append(lines, paragraph(style, tree_indent, "guessed: " + guess, Colour::yellow));
  }
  return lines;
}

}  // namespace harness
