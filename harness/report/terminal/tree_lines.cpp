#include "report/terminal/tree_lines.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "report/process_words.hpp"
#include "report/terminal/columns.hpp"
#include "report/timeline.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr int columns_for_words = 76;          // below: fates in one word, no times
constexpr int columns_for_costs = 120;         // from here on: processor time and memory too
constexpr int tree_columns_without_end = 160;  // of a style whose lines may be as long as they like
constexpr int shortest_label = 12;

struct Branches {
  std::string_view middle;
  std::string_view last;
  std::string_view through;
  std::string_view past;
};

Branches branches_of(const Style& style) {
  if (style.unicode) return {"├─ ", "└─ ", "│  ", "   "};
  return {"|- ", "`- ", "|  ", "   "};
}

struct TreeRow {
  const Process* process = nullptr;
  const Lane* lane = nullptr;
  std::string branch{};  // what stands before the id
};

class Tree {
 public:
  Tree(const Observation& seen, const Timeline& timeline, const Style& style)
      : seen_(seen), timeline_(timeline), branches_(branches_of(style)), children_(seen.processes.size()) {
    for (const Lane& lane : timeline.lanes) {
      if (lane.creator) {
        children_[*lane.creator].push_back(lane.process);
      } else {
        roots_.push_back(lane.process);
      }
    }
  }

  std::vector<TreeRow> rows() {
    for (const std::size_t root : roots_)
      add(root, "", "");
    return std::move(rows_);
  }

 private:
  void add(std::size_t place, const std::string& before_id, const std::string& before_children) {
    rows_.push_back({&seen_.processes[place], &timeline_.lanes[place], before_id});
    const std::vector<std::size_t>& children = children_[place];
    for (std::size_t i = 0; i < children.size(); ++i) {
      const bool last = i + 1 == children.size();
      add(children[i], before_children + std::string(last ? branches_.last : branches_.middle),
          before_children + std::string(last ? branches_.past : branches_.through));
    }
  }

  const Observation& seen_;
  const Timeline& timeline_;
  Branches branches_;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<std::size_t> roots_;
  std::vector<TreeRow> rows_;
};

Colour colour_of_end(const Process& process) {
  if (!process.end) return Colour::yellow;
  const Exited* exited = std::get_if<Exited>(&*process.end);
  return exited != nullptr && exited->status == 0 ? Colour::plain : Colour::red;
}

Colour colour_of_fate(const Process& process) {
  if (!process.fate) return Colour::yellow;
  switch (*process.fate) {
    case Fate::root:
    case Fate::reaped:
      return Colour::plain;
    case Fate::orphaned:
      return Colour::yellow;
    case Fate::zombie:
    case Fate::leaked:
      return Colour::red;
  }
  return Colour::plain;
}

std::string times_of(const Process& process, const Style& style) {
  const auto number = [](const std::optional<double>& ms) {
    return ms ? harness::format("{:.1f}", *ms) : "?";
  };
  return number(process.start_ms) + (style.unicode ? "–" : "-") + number(process.end_ms) + " ms";
}

std::string costs_of(const Process& process) {
  std::string costs;
  if (process.cpu_ms) costs += harness::format("{:.1f} ms CPU", *process.cpu_ms);
  if (!process.peak_kb) return costs;
  return costs + (costs.empty() ? "" : ", ") + memory(process.peak_kb);
}

// The cells of a row behind its label, fit to be shown.
struct Cells {
  std::string end;
  std::string fate;
  std::string times;
  std::string costs;
};

Cells cells_of(const TreeRow& row, const Style& style, int room) {
  const Process& process = *row.process;
  Cells cells{ending_of(process), fate_of(process), "", ""};
  if (room >= columns_for_words) {
    cells.fate = fate_in_brief(process, row.lane->reaped_by);
  }
  if (room >= columns_for_costs) {
    cells.times = times_of(process, style);
    cells.costs = costs_of(process);
  }
  return cells;
}

std::string label_of(const TreeRow& row, const Style& style, int most) {
  const Process& process = *row.process;
  const std::string head = row.branch + shown(style, process.id) + "  ";
  const bool copy = process.exec == false;
  std::string command = copy ? name_of(process) : command_of(process);
  if (process.argv && !copy && !process.argv->empty()) {
    Process without_folder = process;
    without_folder.argv->front() = name_of(process);
    command = command_of(without_folder);
  }
  if (process.helper) command += " (" + helper_words(process) + ")";
  return cut(head + shown(style, command), most, style.unicode ? "…" : "~");
}

struct Widths {
  int label = 0;
  int end = 0;
  int fate = 0;
  int times = 0;
};

Widths widths_of(const std::vector<TreeRow>& rows, const Style& style, int room) {
  Widths widths;
  for (const TreeRow& row : rows) {
    const Cells cells = cells_of(row, style, room);
    widths.end = std::max(widths.end, columns_of(cells.end));
    widths.fate = std::max(widths.fate, columns_of(cells.fate));
    widths.times = std::max(widths.times, columns_of(cells.times));
  }
  int taken = widths.end + widths.fate + 4;
  if (room >= columns_for_costs) taken += widths.times + 24;
  const int most = std::max(room - taken, std::max(shortest_label, room / 3));
  for (const TreeRow& row : rows)
    widths.label = std::max(widths.label, columns_of(label_of(row, style, most)));
  return widths;
}

Line line_of(const TreeRow& row, const Widths& widths, const Style& style, int room) {
  const Cells cells = cells_of(row, style, room);
  Line line{{padded(label_of(row, style, widths.label), widths.label) + "  ",
             row.process->helper ? Colour::dim : Colour::plain},
            {padded(cells.end, widths.end) + "  ", colour_of_end(*row.process)},
            {padded(cells.fate, cells.times.empty() ? 0 : widths.fate), colour_of_fate(*row.process)}};
  if (!cells.times.empty()) line.push_back({"  " + padded(cells.times, widths.times), Colour::dim});
  if (!cells.costs.empty()) line.push_back({"  " + cells.costs, Colour::dim});
  return line;
}

std::string with_separators(std::size_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t i = digits.size(); i > 3;) {
    i -= 3;
    digits.insert(i, 1, ',');
  }
  return digits;
}

}  // namespace

std::vector<Line> rest_of_processes(const std::vector<const Process*>& processes, std::size_t first,
                                    const Style& style) {
  if (first >= processes.size()) return {};
  std::map<std::string, std::size_t> fates;
  for (std::size_t i = first; i < processes.size(); ++i)
    ++fates[fate_of(*processes[i])];
  std::string counts;
  for (const auto& [fate, count] : fates) {
    counts +=
        (counts.empty() ? "" : ", ") + with_separators(count) + " " + (fate == "?" ? "not known" : fate);
  }
  const std::string text = "… and " + with_separators(processes.size() - first) + " more (" + counts + ")";
  return {{{shown(style, text), Colour::dim}}};
}

std::vector<Line> tree_lines(const Observation& seen, const Style& style, std::size_t most) {
  const Timeline timeline = timeline_of(seen);
  std::vector<TreeRow> rows = Tree(seen, timeline, style).rows();
  std::vector<const Process*> all;
  for (const TreeRow& row : rows)
    all.push_back(row.process);
  rows.resize(std::min(rows.size(), most));
  const int room = style.columns > 0 ? style.columns : tree_columns_without_end;
  const Widths widths = widths_of(rows, style, room);
  std::vector<Line> lines;
  for (const TreeRow& row : rows)
    lines.push_back(line_of(row, widths, style, room));
  const std::vector<Line> rest = rest_of_processes(all, most, style);
  lines.insert(lines.end(), rest.begin(), rest.end());
  return lines;
}

}  // namespace harness
