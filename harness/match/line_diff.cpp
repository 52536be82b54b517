#include "match/line_diff.hpp"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <numeric>

#include "match/shown_text.hpp"

namespace harness {
namespace {

constexpr std::size_t window = 200;

using Equal = std::function<bool(std::size_t, std::size_t)>;
using Kind = DiffLine::Kind;

// dtl compares elements; ours are numbers: of expected lines from 0, of seen ones from `window` on.
class CompareByNumber : public dtl::Compare<std::size_t> {
 public:
  explicit CompareByNumber(const Equal* equal = nullptr) : equal_(equal) {}
  bool impl(const std::size_t& a, const std::size_t& b) const override {
    return a < window ? (*equal_)(a, b - window) : (*equal_)(b, a - window);
  }

 private:
  const Equal* equal_;
};

// A shortest edit script of at most `window` lines each.
std::vector<Edit> align_window(std::size_t expected, std::size_t seen, const Equal& equal) {
  std::vector<std::size_t> from(expected);
  std::vector<std::size_t> to(seen);
  std::iota(from.begin(), from.end(), std::size_t{0});
  std::iota(to.begin(), to.end(), window);
  using Diff = dtl::Diff<std::size_t, std::vector<std::size_t>, CompareByNumber>;
  Diff diff(from, to, true, CompareByNumber(&equal));
  diff.compose();
  std::vector<Edit> steps;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const auto& step : diff.getSes().getSequence()) {
    if (step.second.type == dtl::SES_COMMON) {
      steps.push_back({Kind::same, i++, j++});
    } else if (step.second.type == dtl::SES_DELETE) {
      steps.push_back({Kind::expected, i++, j});
    } else {
      steps.push_back({Kind::seen, i, j++});
    }
  }
  return steps;
}

std::size_t equal_at_end(std::size_t expected, std::size_t seen, std::size_t front, const Equal& equal) {
  std::size_t count = 0;
  while (front + count < expected && front + count < seen && equal(expected - count - 1, seen - count - 1))
    ++count;
  return count;
}

}  // namespace

Edits align(std::size_t expected, std::size_t seen, std::size_t seen_known, const Equal& equal) {
  std::size_t front = 0;
  while (front < expected && front < seen_known && equal(front, front))
    ++front;
  const std::size_t back = seen_known == seen ? equal_at_end(expected, seen, front, equal) : 0;
  const std::size_t from = std::min(window, expected - front - back);
  const std::size_t to = std::min(window, seen_known - front - back);
  Edits edits;
  for (std::size_t i = 0; i < front; ++i)
    edits.steps.push_back({Kind::same, i, i});
  for (Edit step :
       align_window(from, to, [&](std::size_t i, std::size_t j) { return equal(front + i, front + j); })) {
    step.expected += front;
    step.seen += front;
    edits.steps.push_back(step);
  }
  edits.expected_left = expected - front - back - from;
  edits.seen_left = seen - front - back - to;
  if (edits.expected_left + edits.seen_left > 0) {
    edits.expected_left += back;
    edits.seen_left += back;
    return edits;
  }
  for (std::size_t i = back; i > 0; --i)
    edits.steps.push_back({Kind::same, expected - i, seen - i});
  return edits;
}

void DiffBuilder::add(Kind kind, std::string text) {
  if (lines_.size() >= most_diff_lines || bytes_ + text.size() > most_diff_bytes || skipped_ > 0) {
    ++skipped_;
    return;
  }
  bytes_ += text.size() + 1;
  lines_.push_back({kind, std::move(text)});
}

void DiffBuilder::omit(std::string text) {
  if (skipped_ == 0) add(Kind::omitted, std::move(text));
}

std::vector<DiffLine> DiffBuilder::finish() {
  if (skipped_ > 0 && lines_.size() == most_diff_lines) {
    lines_.pop_back();
    ++skipped_;
  }
  if (skipped_ > 0) lines_.push_back({Kind::omitted, "… " + counted(skipped_, "more line")});
  return std::move(lines_);
}

}  // namespace harness
