#include "match/compare_adopted.hpp"

#include <algorithm>

namespace harness {
namespace {

using Kind = DiffLine::Kind;
constexpr std::size_t most_of_a_line = 1'000'000;

// A line of the tree, and the processes found for it.
struct Line {
  const ExpectedProcess* expected = nullptr;
  std::string name;
  Quota place;
  std::vector<const Process*> fitting;
  std::vector<const Process*> paired;

  std::size_t found() const { return fitting.size() + paired.size(); }
};

// How often each line stands for a process, with its creators' numbers; only what must be seen is required.
std::vector<Line> tree_lines(const ExpectedTree& tree) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < tree.processes.size(); ++i) {
    const ExpectedProcess& process = tree.processes[i];
    Line line{&process, name_in(tree, i), {1, 1}, {}, {}};
    if (i > 0) {
      const Quota& creator = lines[process.parent].place;
      line.place.least = std::min(most_of_a_line, creator.least * static_cast<std::size_t>(process.least));
      line.place.most = std::min(most_of_a_line, creator.most * static_cast<std::size_t>(process.most));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

bool must_be_seen(const ExpectedProcess& process) {
  return process.fate == Fate::orphaned || process.fate == Fate::leaked;
}

class AdoptedExplainer {
 public:
  AdoptedExplainer(const ExpectedTree& expected, const SeenTree& seen)
      : expected_(expected), seen_(seen), lines_(tree_lines(expected)) {
    for (Line& line : lines_) {
      if (!must_be_seen(*line.expected)) line.place.least = 0;
    }
    lines_.front().place = {0, 0};  // the program is compared for itself
  }

  TreeReport explain() {
    explain_root(expected_, seen_, report_);
    assign_fitting();
    pair_left([](const Line& line) { return line.place.least; });
    pair_left([](const Line& line) { return line.place.most; });
    for (std::size_t i = 1; i < lines_.size(); ++i)
      tell(lines_[i]);
    for (const Process* process : left_) {
      report_.add(extra_process(*process, ""));
      report_.show(Kind::seen, tree_line(*process, label_of(*process), 1));
    }
    return std::move(report_);
  }

 private:
  void assign_fitting() {
    std::vector<Quota> places;
    for (const Line& line : lines_)
      places.push_back(line.place);
    const std::size_t count = seen_.processes.size() - 1;
    const Matching assignment = assign(places, count, [&](std::size_t place, std::size_t item) {
      return place > 0 && fits_line(*lines_[place].expected, *seen_.processes[item + 1]);
    });
    for (std::size_t item = 0; item < count; ++item) {
      const Process* process = seen_.processes[item + 1];
      if (const auto place = assignment.place_of[item]) {
        lines_[*place].fitting.push_back(process);
      } else {
        left_.push_back(process);
      }
    }
  }

  template <class Wanted>
  void pair_left(Wanted wanted) {
    std::vector<Line*> open;
    std::vector<const ExpectedProcess*> expected;
    for (Line& line : lines_) {
      if (line.found() >= wanted(line)) continue;
      open.push_back(&line);
      expected.push_back(line.expected);
    }
    for (const auto& [line, process] : pair_by_likeness(expected, left_)) {
      open[line]->paired.push_back(left_[process]);
      left_[process] = nullptr;
    }
    std::erase(left_, nullptr);
  }

  void tell(const Line& line) {
    for (const Process* process : line.fitting)
      note(line, *process);
    const bool wrong = !line.paired.empty() || line.found() < line.place.least;
    TreeLine shown = tree_line(*line.expected);
    if (line.found() == 0 && !wrong) {
      report_.not_checked.push_back(line.name + ": how it ended and what became of it");
      shown.extra += shown.extra.empty() ? "(not checked)" : "  (not checked)";
    }
    report_.show(wrong ? Kind::expected : Kind::same, shown);
    for (const Process* process : line.paired) {
      tell_pair(line, *process);
      report_.show(Kind::seen, tree_line(*process, line.expected->label, line.expected->depth));
    }
    if (line.found() < line.place.least) {
      report_.add(missing_process(*line.expected, line.place.least - line.found()));
    }
  }

  std::string name_of(const Line& line, const Process& process) const {
    return line.place.most == 1 ? line.name : line.name + " (process " + process.id + ")";
  }

  void tell_pair(const Line& line, const Process& process) {
    std::vector<Difference> found;
    find_differences(name_of(line, process), *line.expected, process, found);
    for (Difference& difference : found)
      report_.add(std::move(difference));
    note(line, process);
  }

  void note(const Line& line, const Process& process) {
    note_unseen(name_of(line, process), *line.expected, process, report_.not_checked);
    note_close_race(name_of(line, process), process, report_.close_races);
  }

  std::string label_of(const Process& process) const {
    const auto at = std::ranges::find(seen_.processes, &process);
    return seen_label(seen_, static_cast<std::size_t>(at - seen_.processes.begin()));
  }

  const ExpectedTree& expected_;
  const SeenTree& seen_;
  std::vector<Line> lines_;
  std::vector<const Process*> left_;
  TreeReport report_;
};

}  // namespace

TreeReport explain_adopted(const ExpectedTree& expected, const SeenTree& seen) {
  return AdoptedExplainer(expected, seen).explain();
}

TreeReport explain_root_only(const ExpectedTree& expected, const SeenTree& seen) {
  TreeReport report;
  explain_root(expected, seen, report);
  for (std::size_t i = 1; i < expected.processes.size(); ++i) {
    report.not_checked.push_back(name_in(expected, i) + ": how it ended and what became of it");
  }
  for (std::size_t i = 1; i < seen.processes.size(); ++i) {
    if (seen.processes[i]->fate == Fate::leaked) report.add(extra_process(*seen.processes[i], ""));
  }
  return report;
}

}  // namespace harness
