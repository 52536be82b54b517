#include "grade/grade_board.hpp"

#include <algorithm>
#include <utility>

#include "model/names.hpp"
#include "report/terminal/summary_lines.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr int narrowest = 20;

}  // namespace

GradeBoard::GradeBoard(std::ostream& out, Style style, bool quiet, std::function<TerminalSize()> size)
    : out_(out), style_(style), quiet_(quiet), size_(std::move(size)) {}

GradeBoard::~GradeBoard() {
  erase();
  out_ << std::flush;
}

void GradeBoard::erase() {
  if (drawn_ > 0) out_ << "\r\x1b[" << drawn_ << "A\x1b[J";
  drawn_ = 0;
}

// One write, so that it does not flicker.
void GradeBoard::draw() {
  if (!size_ || quiet_) return;
  Style style = style_;
  style.columns = std::max(size_().columns - 1, narrowest);
  const std::vector<Line> lines = progress_.lines(style, GradeProgress::Clock::now());
  std::string frame = drawn_ > 0 ? "\r\x1b[" + std::to_string(drawn_) + "A\x1b[J" : "";
  frame += render(lines, style);
  drawn_ = lines.size();
  out_ << frame << std::flush;
}

void GradeBoard::started(const GradePlan& plan) {
  progress_.started(plan, GradeProgress::Clock::now());
  if (quiet_) return;
  if (!plan.sandboxed)
    out_ << render(Line{{"not in a sandbox: " + shown(style_, plan.sandbox_reason), Colour::yellow}}, style_)
         << "\n";
  draw();
}

void GradeBoard::started_submission(const std::string& name) {
  progress_.started_submission(name);
}

void GradeBoard::finished(const SubmissionResult& result, bool reused) {
  progress_.finished(result, reused);
  if (quiet_ || reused) return;
  if (!size_) out_ << render(submission_line(result, style_), style_) << "\n" << std::flush;
}

void GradeBoard::tick() {
  draw();
}

void GradeBoard::ended(const GradeSummary& summary) {
  erase();
  std::string text = harness::format("{} graded", summary.graded);
  if (summary.reused > 0) text += harness::format(", {} unchanged", summary.reused);
  text += harness::format(" in {}", duration(summary.wall_ms));
  if (const std::string verdicts = progress_.verdict_words(); !verdicts.empty())
    text += "; items: " + verdicts;
  if (summary.interrupted) text += "; interrupted: the same command goes on from here";
  out_ << text << "\n" << std::flush;
}

}  // namespace harness
