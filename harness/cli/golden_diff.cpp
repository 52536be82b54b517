#include "cli/golden_diff.hpp"

#include <algorithm>

#include "match/line_diff.hpp"
#include "support/escape.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr std::size_t context = 3;
using Kind = DiffLine::Kind;

std::vector<DiffLine> whole_diff(const std::vector<std::string>& before,
                                 const std::vector<std::string>& after) {
  const Edits edits = align(before.size(), after.size(), after.size(),
                            [&](std::size_t i, std::size_t j) { return before[i] == after[j]; });
  std::vector<DiffLine> lines;
  for (const Edit& step : edits.steps) {
    lines.push_back({step.kind, visible(step.kind == Kind::seen ? after[step.seen] : before[step.expected])});
  }
  if (edits.expected_left + edits.seen_left > 0) {
    lines.push_back({Kind::omitted,
                     harness::format("{} lines go and {} come below", edits.expected_left, edits.seen_left)});
  }
  return lines;
}

bool changes_near(const std::vector<DiffLine>& lines, std::size_t i) {
  const std::size_t begin = i < context ? 0 : i - context;
  const std::size_t end = std::min(i + context + 1, lines.size());
  return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                     lines.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const DiffLine& line) { return line.kind != Kind::same; });
}

}  // namespace

std::vector<DiffLine> golden_diff(const std::string& before, const std::string& after) {
  const std::vector<DiffLine> all = whole_diff(lines_of(before), lines_of(after));
  std::vector<DiffLine> lines;
  std::size_t skipped = 0;
  const auto tell_skipped = [&] {
    if (skipped > 0) lines.push_back({Kind::omitted, harness::format("{} unchanged", skipped)});
    skipped = 0;
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!changes_near(all, i)) {
      ++skipped;
      continue;
    }
    tell_skipped();
    lines.push_back(all[i]);
  }
  tell_skipped();
  return lines;
}

}  // namespace harness
