#include "grade/assignment.hpp"

#include <algorithm>
#include <array>

namespace harness {
namespace {

constexpr std::array<std::pair<Visibility, std::string_view>, 3> visibilities{
    {{Visibility::visible, "visible"}, {Visibility::hidden, "hidden"}, {Visibility::after_due, "after_due"}}};

}  // namespace

double Assignment::points() const {
  double sum = 0;
  for (const AssignmentItem& item : items)
    sum += points_of(*this, item);
  return sum;
}

const ItemGroup* group_of(const Assignment& assignment, const AssignmentItem& item) {
  const auto found = std::find_if(assignment.groups.begin(), assignment.groups.end(),
                                  [&](const ItemGroup& group) { return group.name == item.group; });
  return found == assignment.groups.end() ? nullptr : &*found;
}

double points_of(const Assignment& assignment, const AssignmentItem& item) {
  const ItemGroup* group = group_of(assignment, item);
  if (group == nullptr || !group->weight) return item.points;
  double all = 0;
  for (const AssignmentItem& other : assignment.items) {
    if (other.group == item.group) all += other.points;
  }
  return all > 0 ? *group->weight * item.points / all : 0;
}

std::string_view to_string(Visibility visibility) {
  for (const auto& [value, word] : visibilities) {
    if (value == visibility) return word;
  }
  return "hidden";
}

std::optional<Visibility> parse_visibility(std::string_view word) {
  for (const auto& [value, name] : visibilities) {
    if (name == word) return value;
  }
  return std::nullopt;
}

}  // namespace harness
