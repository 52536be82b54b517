#include "report/terminal/plain_lines.hpp"

#include <utility>

#include "report/terminal/case_lines.hpp"
#include "report/terminal/closing.hpp"
#include "report/terminal/marks.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

void add_count(std::string& text, int count, const char* what) {
  if (count > 0) text += harness::format(", {} {}", count, what);
}

std::string in_words(const Progress::Chapter& chapter) {
  const Stage all = chapter.all();
  std::string text = harness::format("{}: {} of {} passed", chapter.name, all.passed, all.total);
  add_count(text, all.failed, "failed");
  add_count(text, all.broken, "broken");
  add_count(text, all.skipped, "skipped");
  add_count(text, all.known_failures, all.known_failures == 1 ? "known failure" : "known failures");
  if (!chapter.first_start || !chapter.last_end) return text;
  const std::chrono::duration<double, std::milli> taken = *chapter.last_end - *chapter.first_start;
  return text + ", " + duration(taken.count());
}

}  // namespace

PlainLines::PlainLines(std::ostream& out, Style style, Detail detail, std::filesystem::path base,
                       std::function<Progress::Clock::time_point()> now)
    : out_(out), style_(style), detail_(detail), base_(std::move(base)), now_(std::move(now)) {}

void PlainLines::started(const RunPlan& plan) {
  facts_ = facts_of(plan);
  progress_.started(plan, now_());
}

void PlainLines::started_case(const Case& c) {
  progress_.started_case(c, now_());
}

void PlainLines::finished(const CaseResult& result) {
  progress_.finished(result, now_());
  failures_.add(result);
  if (detail_ == Detail::quiet) return;
  tell_case(result);
  tell_chapter(result.judged.scenario->chapter());
  out_ << std::flush;
}

void PlainLines::tell_case(const CaseResult& result) {
  if (detail_ == Detail::verbose) {
    out_ << render(case_lines(result, style_), style_);
  } else if (is_wrong(result.judgement.verdict)) {
    out_ << render(case_line(result, style_, true), style_) << "\n";
  }
}

void PlainLines::tell_chapter(const std::string& name) {
  for (const Progress::Chapter& chapter : progress_.chapters()) {
    const Stage all = chapter.all();
    if (chapter.name != name || all.done() != all.total) continue;
    const Colour colour = all.failed + all.broken > 0 ? Colour::red : Colour::plain;
    out_ << render(Line{{shown(style_, in_words(chapter)), colour}}, style_) << "\n";
  }
}

void PlainLines::ended(const Summary& summary) {
  if (detail_ != Detail::quiet) out_ << "\n";
  out_ << render(closing_lines(failures_, summary, facts_, style_, base_), style_) << std::flush;
}

}  // namespace harness
