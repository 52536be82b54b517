#include "match/compare_adopted.hpp"

#include <algorithm>

namespace harness {
namespace {

using Kind = DiffLine::Kind;
constexpr std::size_t most_of_a_line = 1'000'000;

// A line of the tree, and the processes that it stands for.
struct Line {
  const ExpectedProcess* expected = nullptr;
  std::string name;
  Quota place;
  std::vector<const Process*> found;
};

bool must_be_seen(const ExpectedProcess& process) {
  return process.fate == Fate::orphaned || process.fate == Fate::leaked;
}

// How often each line stands for a process, with its creators' numbers; only what must be seen is required.
std::vector<Line> adopted_lines(const ExpectedTree& tree) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < tree.processes.size(); ++i) {
    const ExpectedProcess& process = tree.processes[i];
    Line line{&process, name_in(tree, i), {1, 1}, {}};
    if (i > 0) {
      const Quota& creator = lines[process.parent].place;
      line.place.least = std::min(most_of_a_line, creator.least * static_cast<std::size_t>(process.least));
      line.place.most = std::min(most_of_a_line, creator.most * static_cast<std::size_t>(process.most));
    }
    lines.push_back(std::move(line));
  }
  for (Line& line : lines) {
    if (!must_be_seen(*line.expected)) line.place.least = 0;
  }
  lines.front().place = {0, 0};  // the program is compared for itself
  return lines;
}

// @return what fits no line.
std::vector<const Process*> assign_fitting(std::vector<Line>& lines, const SeenTree& seen) {
  std::vector<Quota> places;
  for (const Line& line : lines)
    places.push_back(line.place);
  const std::size_t count = seen.processes.size() - 1;
  const Matching assignment = assign(places, count, [&](std::size_t place, std::size_t item) {
    return place > 0 && fits_line(*lines[place].expected, *seen.processes[item + 1]);
  });
  std::vector<const Process*> left;
  for (std::size_t item = 0; item < count; ++item) {
    const std::optional<std::size_t> place = assignment.place_of[item];
    (place ? lines[*place].found : left).push_back(seen.processes[item + 1]);
  }
  return left;
}

void tell(const Line& line, TreeReport& report) {
  for (const Process* process : line.found) {
    const std::string name = line.place.most == 1 ? line.name : line.name + " (process " + process->id + ")";
    note_unseen(name, *line.expected, *process, report.not_checked);
    note_close_race(name, *process, report.close_races);
  }
  const bool lacks = line.found.size() < line.place.least;
  TreeLine shown = tree_line(*line.expected);
  if (line.found.empty() && !lacks) {
    report.not_checked.push_back(line.name + ": how it ended and what became of it");
    shown.extra += shown.extra.empty() ? "(not checked)" : "  (not checked)";
  }
  report.show(lacks ? Kind::expected : Kind::same, shown);
  if (lacks) report.add(missing_process(*line.expected, line.place.least - line.found.size()));
}

// Whose creators cannot be told here: what is open below one may be any process.
bool is_open(const ExpectedTree& tree) {
  return std::ranges::any_of(tree.processes, &ExpectedProcess::open);
}

}  // namespace

TreeReport explain_adopted(const ExpectedTree& expected, const SeenTree& seen) {
  TreeReport report;
  explain_root(expected, seen, report);
  std::vector<Line> lines = adopted_lines(expected);
  const std::vector<const Process*> left = assign_fitting(lines, seen);
  for (std::size_t i = 1; i < lines.size(); ++i)
    tell(lines[i], report);
  if (is_open(expected)) return report;
  for (const Process* process : left) {
    report.add(extra_process(*process, ""));
    report.show(Kind::seen, tree_line(*process, process->id, 1));
  }
  return report;
}

TreeReport explain_root_only(const ExpectedTree& expected, const SeenTree& seen) {
  TreeReport report;
  explain_root(expected, seen, report);
  for (std::size_t i = 1; i < expected.processes.size(); ++i) {
    report.not_checked.push_back(name_in(expected, i) + ": how it ended and what became of it");
  }
  if (is_open(expected)) return report;
  for (std::size_t i = 1; i < seen.processes.size(); ++i) {
    if (seen.processes[i]->fate == Fate::leaked) report.add(extra_process(*seen.processes[i], ""));
  }
  return report;
}

}  // namespace harness
