#include "match/tree_explain.hpp"

#include <algorithm>
#include <sstream>
#include <tuple>

#include "match/shown_text.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

using Kind = DiffLine::Kind;
constexpr std::size_t most_paired = 200;

// Pairs of what was left over, most alike first: index into `lines`, index into `processes`.
std::vector<std::pair<std::size_t, std::size_t>> pair_by_likeness(
    const std::vector<const ExpectedProcess*>& lines, const std::vector<const Process*>& processes) {
  std::vector<std::tuple<int, std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = 0; j < processes.size(); ++j)
      pairs.emplace_back(-likeness(*lines[i], *processes[j]), i, j);
  }
  std::ranges::sort(pairs);
  std::vector<bool> line_taken(lines.size(), false);
  std::vector<bool> process_taken(processes.size(), false);
  std::vector<std::pair<std::size_t, std::size_t>> chosen;
  for (const auto& [unlike, i, j] : pairs) {
    const bool alike = unlike < 0 || lines[i]->least > 0;
    if (!alike || line_taken[i] || process_taken[j]) continue;
    line_taken[i] = process_taken[j] = true;
    chosen.emplace_back(i, j);
  }
  return chosen;
}

class TreeExplainer {
 public:
  TreeExplainer(const ExpectedTree& expected, const SeenTree& seen, std::size_t most_lines)
      : expected_(expected), seen_(seen), match_(expected, seen), report_(most_lines) {}

  TreeReport explain() {
    explain_root(expected_, seen_, report_);
    children(0, 0);
    if (!seen_.is_complete) report_.not_checked.push_back("program: whether it made more processes");
    return std::move(report_);
  }

 private:
  // What the children of one process came to, by line.
  struct Found {
    std::vector<std::size_t> fitting;
    std::vector<std::size_t> paired;  // alike, but not as the line says
    std::size_t missing = 0;          // and should have been seen
  };

  const ExpectedProcess& line(std::size_t i) const { return expected_.processes[i]; }
  const Process& process(std::size_t i) const { return *seen_.processes[i]; }

  std::string name(std::size_t line_index, std::size_t process_index) const {
    const std::string label = name_in(expected_, line_index);
    return line(line_index).most == 1 ? label : label + " (process " + process(process_index).id + ")";
  }

  void children(std::size_t of_line, std::size_t of_process) {
    const std::vector<std::size_t>& lines = line(of_line).children;
    const std::vector<std::size_t>& processes = seen_.children[of_process];
    std::vector<std::size_t> left;
    const std::vector<Found> found = sort_children(of_line, of_process, left);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (line(lines[i]).most == 1) {
        single(lines[i], found[i]);
      } else {
        several(lines[i], found[i]);
      }
    }
    show_further(of_line);
    for (const std::size_t item : left)
      extra(of_line, processes[item]);
  }

  // Assigns what fits, pairs what is left with what is lacking, then with what may be there.
  std::vector<Found> sort_children(std::size_t of_line, std::size_t of_process,
                                   std::vector<std::size_t>& left) {
    const std::vector<std::size_t>& lines = line(of_line).children;
    const std::vector<std::size_t>& processes = seen_.children[of_process];
    const Matching assignment = match_.assign_children(of_line, of_process);
    std::vector<Found> found(lines.size());
    for (std::size_t item = 0; item < processes.size(); ++item) {
      if (const auto place = assignment.place_of[item]) {
        found[*place].fitting.push_back(processes[item]);
      } else {
        left.push_back(item);
      }
    }
    const bool open = line(of_line).open;
    if (!assignment.complete) pair_left(lines, processes, found, left, &ExpectedProcess::least);
    if (!assignment.complete && !open) pair_left(lines, processes, found, left, &ExpectedProcess::most);
    if (open) left.clear();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::size_t there = found[i].fitting.size() + found[i].paired.size();
      const auto least = static_cast<std::size_t>(line(lines[i]).least);
      found[i].missing = there < least ? least - there : 0;
      if (seen_.is_complete || found[i].missing == 0) continue;
      found[i].missing = 0;
      report_.not_checked.push_back(name_in(expected_, lines[i]) + ": whether it was there");
    }
    return found;
  }

  void pair_left(const std::vector<std::size_t>& lines, const std::vector<std::size_t>& processes,
                 std::vector<Found>& found, std::vector<std::size_t>& left, int ExpectedProcess::*wanted) {
    std::vector<std::size_t> open;
    std::vector<const ExpectedProcess*> open_lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto most = static_cast<std::size_t>(line(lines[i]).*wanted);
      for (std::size_t n = found[i].fitting.size() + found[i].paired.size();
           n < most && open.size() < most_paired; ++n) {
        open.push_back(i);
        open_lines.push_back(&line(lines[i]));
      }
    }
    std::vector<const Process*> candidates;
    for (const std::size_t item : left) {
      if (candidates.size() < most_paired) candidates.push_back(&process(processes[item]));
    }
    std::vector<std::size_t> taken;
    for (const auto& [at, candidate] : pair_by_likeness(open_lines, candidates)) {
      found[open[at]].paired.push_back(processes[left[candidate]]);
      taken.push_back(left[candidate]);
    }
    std::erase_if(left, [&](std::size_t item) { return std::ranges::find(taken, item) != taken.end(); });
  }

  void single(std::size_t of_line, const Found& found) {
    for (const std::size_t seen : found.fitting)
      pair(of_line, seen);
    for (const std::size_t seen : found.paired)
      pair(of_line, seen);
    if (!found.fitting.empty() || !found.paired.empty()) return;
    if (found.missing > 0) report_.add(missing_process(line(of_line), 1));
    show_expected(of_line, found.missing > 0 ? Kind::expected : Kind::same);
  }

  void several(std::size_t of_line, const Found& found) {
    for (const std::size_t seen : found.fitting)
      notes(of_line, seen);
    if (found.paired.empty() && found.missing == 0) {
      show_expected(of_line, Kind::same);
      return;
    }
    report_.show(Kind::expected, tree_line(line(of_line)));
    if (!found.fitting.empty()) show_fitting(of_line, found.fitting);
    for (const std::size_t seen : found.paired) {
      find(of_line, seen);
      report_.show(Kind::seen, seen_as(of_line, seen));
      children(of_line, seen);
    }
    if (found.missing > 0) report_.add(missing_process(line(of_line), found.missing));
  }

  void show_fitting(std::size_t of_line, const std::vector<std::size_t>& fitting) {
    TreeLine shown = seen_as(of_line, fitting.front());
    if (fitting.size() > 1) shown.label = std::to_string(fitting.size()) + "x " + shown.label;
    report_.show(Kind::seen, shown);
    show_below(of_line, Kind::same);
  }

  // A process as seen, under the label of its line.
  TreeLine seen_as(std::size_t of_line, std::size_t seen) const {
    TreeLine shown = tree_line(process(seen), line(of_line).label, line(of_line).depth);
    const std::string_view program = program_of(process(seen));
    if (line(of_line).exec && !program.empty()) shown.extra = "exec " + visible(program);
    if (line(of_line).least == 0 && line(of_line).most == 1) shown.extra += shown.extra.empty() ? "?" : "  ?";
    return shown;
  }

  void pair(std::size_t of_line, std::size_t seen) {
    find(of_line, seen);
    show_pair(of_line, seen, fits_line(line(of_line), process(seen)));
    children(of_line, seen);
  }

  void find(std::size_t of_line, std::size_t seen) {
    std::vector<Difference> found;
    find_differences(name(of_line, seen), line(of_line), process(seen), found);
    for (Difference& difference : found)
      report_.add(std::move(difference));
    note(of_line, seen);
  }

  void note(std::size_t of_line, std::size_t seen) {
    const std::string called = name(of_line, seen);
    note_unseen(called, line(of_line), process(seen), report_.not_checked);
    note_close_race(called, process(seen), report_.close_races);
    if (seen_.stray[seen]) report_.not_checked.push_back(called + ": who started it");
  }

  // The notes of a process that fits its line, and of all below it.
  void notes(std::size_t of_line, std::size_t seen) {
    note(of_line, seen);
    if (line(of_line).children.empty()) return;
    const Matching assignment = match_.assign_children(of_line, seen);
    for (std::size_t item = 0; item < assignment.place_of.size(); ++item) {
      if (const auto place = assignment.place_of[item]) {
        notes(line(of_line).children[*place], seen_.children[seen][item]);
      }
    }
  }

  void show_pair(std::size_t of_line, std::size_t seen, bool same) {
    report_.show(same ? Kind::same : Kind::expected, tree_line(line(of_line)));
    if (!same) report_.show(Kind::seen, seen_as(of_line, seen));
  }

  void show_expected(std::size_t of_line, Kind kind) {
    report_.show(kind, tree_line(line(of_line)));
    show_below(of_line, kind);
  }

  void show_below(std::size_t of_line, Kind kind) {
    for (const std::size_t child : line(of_line).children)
      show_expected(child, kind);
    show_further(of_line, kind);
  }

  void show_further(std::size_t of_line, Kind kind = Kind::same) {
    if (line(of_line).open) report_.show(kind, further_line(line(of_line).depth));
  }

  void extra(std::size_t under, std::size_t seen) {
    const std::string creator = seen_.stray[seen] ? "" : name_in(expected_, under);
    report_.add(extra_process(process(seen), creator));
    show_seen(seen);
  }

  // No recursion: how deep it is, the program decides.
  void show_seen(std::size_t first) {
    std::vector<std::size_t> open{first};
    while (!open.empty()) {
      const std::size_t seen = open.back();
      open.pop_back();
      report_.show(Kind::seen, tree_line(process(seen), seen_label(seen_, seen), seen_.depth[seen]));
      const std::vector<std::size_t>& below = seen_.children[seen];
      open.insert(open.end(), below.rbegin(), below.rend());
      if (seen == first) continue;
      if (process(seen).fate == Fate::leaked) report_.add(extra_process(process(seen), ""));
    }
  }

  const ExpectedTree& expected_;
  const SeenTree& seen_;
  TreeMatch match_;
  TreeReport report_;
};

// The columns of a golden made single spaces, for a sentence.
std::string single_spaced(const std::string& source) {
  std::istringstream stream(source);
  std::string text;
  for (std::string word; stream >> word;)
    text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

void TreeReport::add(Difference difference) {
  const auto told = std::ranges::count(differences_, difference.code, &Difference::code);
  if (static_cast<std::size_t>(told) < most_tree_differences) {
    differences_.push_back(std::move(difference));
  } else {
    ++not_told_;
  }
}

void TreeReport::show(DiffLine::Kind kind, TreeLine line) {
  if (lines_.size() == most_lines_) {
    ++not_shown_;
    return;
  }
  kinds_.push_back(kind);
  lines_.push_back(std::move(line));
}

std::vector<Difference> TreeReport::finish() {
  if (not_told_ > 0) {
    Difference rest;
    rest.code = ReasonCode::wrong_tree;
    rest.reason = counted(not_told_, "more difference") + " in the tree";
    differences_.push_back(std::move(rest));
  }
  std::ranges::stable_sort(differences_, {}, [](const Difference& difference) {
    return difference.code == ReasonCode::leaked_process ? 0 : 1;
  });
  const auto in_tree = std::ranges::find_if(
      differences_, [](const Difference& difference) { return difference.code != ReasonCode::wrong_exit; });
  if (in_tree != differences_.end()) in_tree->diff = diff();
  return std::move(differences_);
}

std::vector<TreeLine> TreeReport::lines_as_seen() const {
  std::vector<TreeLine> lines;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (kinds_[i] != Kind::expected) lines.push_back(lines_[i]);
  }
  return lines;
}

std::vector<DiffLine> TreeReport::diff() const {
  constexpr std::size_t deepest = 30;  // indentation beyond it says nothing and costs much
  std::vector<TreeLine> lines = lines_;
  for (TreeLine& line : lines)
    line.depth = std::min(line.depth, deepest);
  const std::vector<std::string> texts = in_columns(lines);
  DiffBuilder builder;
  for (std::size_t i = 0; i < texts.size(); ++i)
    builder.add(kinds_[i], texts[i]);
  builder.skip(not_shown_);
  return builder.finish();
}

void explain_root(const ExpectedTree& expected, const SeenTree& seen, TreeReport& report) {
  const ExpectedProcess& root = expected.processes[0];
  const Process& program = *seen.processes[0];
  std::vector<Difference> found;
  find_wrong_exit(root.ending, root.line, program, found);
  ExpectedProcess but_its_end = root;
  but_its_end.ending.reset();
  find_differences("program", but_its_end, program, found);
  note_unseen("program", but_its_end, program, report.not_checked);
  report.show(found.empty() ? Kind::same : Kind::expected, tree_line(root));
  if (!found.empty()) report.show(Kind::seen, tree_line(program, "program", 0));
  for (Difference& difference : found)
    report.add(std::move(difference));
}

TreeReport explain_tree(const ExpectedTree& expected, const SeenTree& seen, std::size_t most_lines) {
  return TreeExplainer(expected, seen, most_lines).explain();
}

Difference missing_process(const ExpectedProcess& expected, std::size_t lacking) {
  Difference difference;
  difference.code = ReasonCode::wrong_tree;
  difference.line = expected.line;
  difference.reason =
      "no process for line " + std::to_string(expected.line) + " '" + single_spaced(expected.source) + "'";
  if (expected.most > 1) difference.reason += ": " + std::to_string(lacking) + " too few";
  return difference;
}

Difference extra_process(const Process& seen, const std::string& under) {
  const std::string where = under.empty() ? "" : " under " + under;
  if (seen.fate == Fate::leaked) return undeclared_leak("process " + described(seen) + where, 0);
  Difference difference;
  difference.code = ReasonCode::wrong_tree;
  difference.reason = "a process too many: " + described(seen) + where;
  return difference;
}

}  // namespace harness
