#include "grade/grade_progress.hpp"

#include <algorithm>

#include "model/names.hpp"
#include "report/terminal/marks.hpp"
#include "report/terminal/summary_lines.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr int bar_columns = 24;

std::string listed(const std::map<std::string, std::size_t>& counts) {
  std::string text;
  for (const auto& [word, count] : counts)
    text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + word;
  return text;
}

std::string repeated(std::string_view sign, int times) {
  std::string text;
  for (int i = 0; i < times; ++i)
    text += sign;
  return text;
}

}  // namespace

void GradeProgress::started(const GradePlan& plan, Clock::time_point now) {
  plan_ = plan;
  begin_ = now;
}

void GradeProgress::started_submission(const std::string& name) {
  running_.push_back(name);
}

void GradeProgress::finished(const SubmissionResult& result, bool reused) {
  ++done_;
  if (reused) ++reused_;
  std::erase(running_, result.submission);
  for (const ItemResult& item : result.items) {
    ++verdicts_[std::string(to_string(item.verdict))];
    if (item.code && item.verdict != Verdict::pass) ++reasons_[std::string(to_string(*item.code))];
  }
}

std::string GradeProgress::verdict_words() const {
  std::string text = listed(verdicts_);
  if (!reasons_.empty()) text += " (" + listed(reasons_) + ")";
  return text;
}

std::vector<Line> GradeProgress::lines(const Style& style, Clock::time_point now) const {
  const Marks marks = marks_of(style);
  const double minutes = std::chrono::duration<double, std::ratio<60>>(now - begin_).count();
  const double graded = static_cast<double>(done_ - reused_);
  const double rate = minutes > 0 ? graded / minutes : 0;
  const std::size_t all = std::max<std::size_t>(plan_.submissions, 1);
  const int filled = static_cast<int>(done_ * bar_columns / all);
  std::string facts =
      harness::format(" {} of {}{}{} running", done_, plan_.submissions, marks.dot, running_.size());
  if (graded > 0) {
    facts += harness::format("{}{:.0f} a minute", marks.dot, rate);
    const double left = static_cast<double>(plan_.submissions - done_) / rate;
    if (done_ < plan_.submissions) facts += harness::format("{}{} left", marks.dot, duration(left * 60'000));
  }
  std::vector<Line> lines;
  lines.push_back({{repeated(marks.bar, filled), Colour::green},
                   {repeated(marks.rest, bar_columns - filled), Colour::dim},
                   {facts}});
  if (!verdicts_.empty()) lines.push_back({{"items: " + verdict_words()}});
  constexpr std::size_t most_named = 4;
  for (std::size_t i = 0; i < std::min(running_.size(), most_named); ++i)
    lines.push_back({{std::string(marks.running) + " " + shown(style, running_[i]), Colour::dim}});
  return lines;
}

Line submission_line(const SubmissionResult& result, const Style& style) {
  const bool right = verdict_of(result) == Verdict::pass;
  const Marks marks = marks_of(style);
  Line line{{std::string(right ? marks.good : marks.bad) + " ", right ? Colour::green : Colour::red},
            {shown(style, result.submission), Colour::bold},
            {"  " + points_text(result.score) + " of " + points_text(result.max_score)}};
  std::string lost;
  for (const ItemResult& item : result.items) {
    if (item.verdict == Verdict::pass) continue;
    lost += (lost.empty() ? "  " : ", ") + item.name + " " +
            std::string(item.code ? to_string(*item.code) : to_string(item.verdict));
  }
  line.push_back({shown(style, lost), Colour::dim});
  return line;
}

}  // namespace harness
