#include "report/terminal/closing.hpp"

#include <algorithm>

namespace harness {
namespace {

std::vector<Line> advice(const std::vector<Failure>& wrong, const Style& style) {
  const bool renewable = std::any_of(wrong.begin(), wrong.end(), [](const Failure& failure) {
    return failure.judgement.verdict == Verdict::fail && !failure.comparison.differences.empty();
  });
  const std::string& name = wrong.front().scenario;
  std::string text = "look closer: exeunt run --verbose " + name;
  if (renewable) text += "; where the golden is wrong: exeunt accept " + name;
  return paragraph(style, 0, text, Colour::dim);
}

}  // namespace

std::vector<Line> closing_lines(const Failures& failures, const Summary& summary, const RunFacts& facts,
                                const Style& style, const std::filesystem::path& base) {
  std::vector<Line> lines;
  const std::vector<Failure> wrong = failures.wrong();
  for (const Failure& failure : wrong) {
    append(lines, failure_lines(failure, style, base));
    lines.emplace_back();
  }
  const std::vector<Line> skipped = skip_lines(failures.skipped(), style);
  append(lines, skipped);
  append(lines, guess_lines(failures.guesses(), style));
  if (!wrong.empty()) append(lines, advice(wrong, style));
  append(lines, summary_lines(summary, facts, style));
  return lines;
}

}  // namespace harness
