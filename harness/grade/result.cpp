#include "grade/result.hpp"

#include <algorithm>
#include <cmath>

#include "support/format.hpp"

namespace harness {
namespace {

bool in_group(const ItemResult& item, const ItemGroup& group) {
  return !item.group.empty() && item.group == group.name;
}

// A group of which one item is lost gives nothing.
void settle_group(SubmissionResult& result, const ItemGroup& group) {
  if (group.rule == GroupRule::sum) return;
  const bool whole = std::all_of(result.items.begin(), result.items.end(), [&](const ItemResult& item) {
    return !in_group(item, group) || earned(item);
  });
  if (whole) return;
  for (ItemResult& item : result.items) {
    if (in_group(item, group)) item.points = 0;
  }
}

double percent_for(const LatePolicy& late, std::chrono::system_clock::time_point submitted) {
  if (!late.due || submitted <= *late.due + late.grace) return 0;
  const double seconds = std::chrono::duration<double>(submitted - *late.due).count();
  const double days = std::ceil(seconds / 86'400);
  if (late.last_day && days > *late.last_day) return 100;
  const double percent = days * late.percent_per_day;
  return std::min({percent, late.percent_at_most.value_or(100.0), 100.0});
}

}  // namespace

bool earned(const ItemResult& item) {
  return item.judged && item.points >= item.max_points;
}

Verdict verdict_of(const SubmissionResult& result) {
  for (const ItemResult& item : result.items) {
    if (item.verdict != Verdict::pass) return item.verdict;
  }
  return Verdict::pass;
}

std::vector<const ItemResult*> visible_items(const SubmissionResult& result) {
  std::vector<const ItemResult*> items;
  for (const ItemResult& item : result.items) {
    if (item.visibility == Visibility::visible) items.push_back(&item);
  }
  return items;
}

void settle_score(SubmissionResult& result, const Assignment& assignment,
                  std::optional<std::chrono::system_clock::time_point> submitted) {
  for (const ItemGroup& group : assignment.groups)
    settle_group(result, group);
  double sum = 0;
  for (const ItemResult& item : result.items)
    sum += item.points;
  result.late_percent = submitted ? percent_for(assignment.late, *submitted) : 0;
  const double score = sum * (100 - result.late_percent) / 100;
  result.score = std::round(score * 10'000) / 10'000;
  result.max_score = std::round(assignment.points() * 10'000) / 10'000;
}

std::string points_text(double points) {
  std::string text = harness::format("{:.2f}", points);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace harness
