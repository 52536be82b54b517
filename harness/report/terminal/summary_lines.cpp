#include "report/terminal/summary_lines.hpp"

#include "model/names.hpp"
#include "report/terminal/columns.hpp"
#include "report/terminal/marks.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

void add_count(std::vector<Span>& facts, int count, const char* what, Colour colour) {
  if (count > 0) facts.push_back({harness::format("{} {}", count, what), colour});
}

const char* plural(int count, const char* one, const char* many) {
  return count == 1 ? one : many;
}

std::vector<Span> facts_in_order(const Summary& summary, const RunFacts& run, const Style& style) {
  std::vector<Span> facts;
  if (summary.interrupted) {
    facts.push_back(
        {harness::format("interrupted after {} of {} runs", summary.done(), run.cases), Colour::red});
  }
  facts.push_back(
      {harness::format("{} passed", summary.passed), summary.passed > 0 ? Colour::green : Colour::plain});
  add_count(facts, summary.failed, "failed", Colour::red);
  add_count(facts, summary.broken, "broken", Colour::yellow);
  add_count(facts, summary.skipped, "skipped", Colour::cyan);
  add_count(facts, summary.known_failures, plural(summary.known_failures, "known failure", "known failures"),
            Colour::yellow);
  add_count(facts, summary.not_checked, plural(summary.not_checked, "fact not checked", "facts not checked"),
            Colour::yellow);
  add_count(facts, summary.close_races, plural(summary.close_races, "close race", "close races"),
            Colour::yellow);
  add_count(facts, summary.guessed_helpers,
            plural(summary.guessed_helpers, "guessed helper", "guessed helpers"), Colour::yellow);
  std::string level = "level " + std::string(to_string(run.level));
  if (!run.level_reason.empty()) level += " (" + shown(style, run.level_reason) + ")";
  facts.push_back({level, Colour::plain});
  facts.push_back({harness::format("{} at once", run.jobs), Colour::plain});
  facts.push_back({duration(summary.wall_ms), Colour::plain});
  const int status = exit_status(summary);
  facts.push_back({harness::format("exit {}", status), status == 0 ? Colour::green : Colour::red});
  return facts;
}

}  // namespace

RunFacts facts_of(const RunPlan& plan) {
  return {plan.runs(), plan.level, plan.level_reason, plan.jobs};
}

std::vector<Line> summary_lines(const Summary& summary, const RunFacts& facts, const Style& style) {
  const std::string dot(marks_of(style).dot);
  std::vector<Line> lines{{}};
  for (const Span& fact : facts_in_order(summary, facts, style)) {
    const bool first = lines.back().empty();
    const int needed = columns_of(lines.back()) + (first ? 0 : columns_of(dot)) + columns_of(fact.text);
    if (first || style.columns <= 0 || needed <= style.columns) {
      if (!first) lines.back().push_back({dot, Colour::dim});
    } else {
      lines.emplace_back();
    }
    const std::vector<std::string> pieces = wrapped(fact.text, style.columns);
    lines.back().push_back({pieces.front(), fact.colour});
    for (std::size_t i = 1; i < pieces.size(); ++i)
      lines.push_back({{pieces[i], fact.colour}});
  }
  return lines;
}

std::string duration(double ms) {
  if (ms < 1000) return harness::format("{:.0f} ms", ms);
  const double seconds = ms / 1000;
  if (seconds < 100) return harness::format("{:.1f} s", seconds);
  const auto whole = static_cast<long long>(seconds);
  if (whole < 3600) return harness::format("{} min {:02} s", whole / 60, whole % 60);
  return harness::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

}  // namespace harness
