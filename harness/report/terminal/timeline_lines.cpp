#include "report/terminal/timeline_lines.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "report/process_words.hpp"
#include "report/terminal/columns.hpp"
#include "report/terminal/timeline_signs.hpp"
#include "report/terminal/tree_lines.hpp"
#include "report/time_axis.hpp"
#include "report/timeline.hpp"

namespace harness {
namespace {

constexpr int columns_without_end = 120;  // of a style whose lines may be as long as they like
constexpr int widest_label = 32;
constexpr int narrowest_plot = 16;
constexpr int columns_a_tick = 10;  // with its label and some space

struct Cell {
  std::string_view glyph = " ";
  Colour colour = Colour::plain;
  bool taken = false;  // by a mark
};

int weight_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::exited:
    case MarkKind::failed:
    case MarkKind::signalled:
    case MarkKind::ended:
      return 6;
    case MarkKind::killed:
      return 5;
    case MarkKind::stopped:
    case MarkKind::continued:
      return 4;
    case MarkKind::exec:
      return 3;
    case MarkKind::err:
      return 2;
    case MarkKind::out:
      return 1;
    case MarkKind::reaped:
      return 0;
  }
  return 0;
}

// The lanes of one drawing, all on the same scale, and the signs they used.
class Plot {
 public:
  Plot(double end_ms, int columns, const Style& style) : end_ms_(end_ms), columns_(columns), style_(style) {}

  Line lane(const std::vector<Stretch>& stretches, std::vector<TimelineMark> marks) {
    std::vector<Cell> cells(static_cast<std::size_t>(columns_));
    for (const Stretch& stretch : stretches) {
      const Sign sign = used(sign_of(stretch.phase, style_));
      for (std::size_t at = column_of(stretch.from_ms); at <= column_of(stretch.to_ms); ++at) {
        cells[at] = {sign.glyph, sign.colour, false};
      }
    }
    std::stable_sort(marks.begin(), marks.end(), [](const TimelineMark& a, const TimelineMark& b) {
      return weight_of(a.kind) > weight_of(b.kind);
    });
    for (const TimelineMark& mark : marks)
      place(cells, mark);
    return joined(cells);
  }

  // The axis: a row of labels, each beginning at its moment.
  Line axis() const {
    std::string text;
    for (const Tick& tick : ticks(end_ms_, std::max(columns_ / columns_a_tick, 3))) {
      const auto at = static_cast<int>(column_of(tick.t_ms));
      if (at + columns_of(tick.label) > columns_) break;
      text = padded(text, at) + tick.label;
    }
    return {{text, Colour::dim}};
  }

  std::vector<Line> legend() const {
    std::vector<Line> lines{{}};
    const auto add = [&](const Sign& sign) {
      if (!used_.contains(sign.meaning)) return;
      const int needed = columns_of(sign.meaning) + (lines.back().empty() ? 2 : 5);
      if (style_.columns > 0 && columns_of(lines.back()) + needed > style_.columns) lines.emplace_back();
      if (!lines.back().empty()) lines.back().push_back({"   "});
      lines.back().push_back({std::string(sign.glyph), sign.colour});
      lines.back().push_back({" " + std::string(sign.meaning), Colour::dim});
    };
    for (const Phase phase : {Phase::alive, Phase::orphaned, Phase::stopped, Phase::zombie})
      add(sign_of(phase, style_));
    for (const MarkKind kind : {MarkKind::exec, MarkKind::out, MarkKind::err, MarkKind::stopped,
                                MarkKind::continued, MarkKind::exited, MarkKind::failed, MarkKind::signalled,
                                MarkKind::ended, MarkKind::killed, MarkKind::reaped}) {
      add(sign_of(kind, style_));
    }
    return lines;
  }

 private:
  std::size_t column_of(double t_ms) const {
    const double last = columns_ - 2;  // one column is left for a sign that moves on
    return static_cast<std::size_t>(std::clamp(t_ms / end_ms_, 0.0, 1.0) * last);
  }

  Sign used(const Sign& sign) {
    used_.insert(sign.meaning);
    return sign;
  }

  void place(std::vector<Cell>& cells, const TimelineMark& mark) {
    std::size_t at = column_of(mark.t_ms);
    if (cells[at].taken && mark.kind == MarkKind::reaped) ++at;
    if (cells[at].taken) return;
    const Sign sign = used(sign_of(mark.kind, style_));
    cells[at] = {sign.glyph, sign.colour, true};
  }

  static Line joined(const std::vector<Cell>& cells) {
    Line line;
    for (const Cell& cell : cells) {
      if (line.empty() || line.back().colour != cell.colour) line.push_back({"", cell.colour});
      line.back().text += cell.glyph;
    }
    while (!line.empty() && line.back().text.find_first_not_of(' ') == std::string::npos)
      line.pop_back();
    return line;
  }

  double end_ms_;
  int columns_;
  Style style_;
  std::set<std::string_view> used_;
};

std::string label_of(const Process& process, const Style& style) {
  return shown(style, process.id) + "  " + shown(style, name_of(process)) +
         (process.helper ? " (" + helper_words(process) + ")" : "");
}

Line with_label(const std::string& label, int columns, Line rest, Colour colour) {
  rest.insert(rest.begin(), Span{padded(label, columns) + "  ", colour});
  return rest;
}

constexpr std::string_view output_label = "output";

int label_columns(const Observation& seen, const Timeline& timeline, std::size_t most, const Style& style,
                  int room) {
  int columns = timeline.written.empty() ? 0 : columns_of(output_label);
  for (std::size_t i = 0; i < std::min(most, seen.processes.size()); ++i) {
    columns = std::max(columns, columns_of(label_of(seen.processes[i], style)));
  }
  const int allowed = std::min({widest_label, room / 3, room - narrowest_plot - 2});
  return std::max(std::min(columns, allowed), 1);
}

}  // namespace

std::vector<Line> timeline_lines(const Observation& seen, const Style& style, std::size_t most) {
  const Timeline timeline = timeline_of(seen);
  const int room = style.columns > 0 ? style.columns : columns_without_end;
  const int labels = label_columns(seen, timeline, most, style, room);
  const std::string_view cut_mark = style.unicode ? "…" : "~";
  Plot plot(timeline.end_ms, std::max(room - labels - 2, narrowest_plot), style);
  std::vector<Line> lines{with_label("", labels, plot.axis(), Colour::plain)};
  std::vector<const Process*> all;
  for (const Lane& lane : timeline.lanes) {
    const Process& process = seen.processes[lane.process];
    all.push_back(&process);
    if (all.size() > most) continue;
    lines.push_back(with_label(cut(label_of(process, style), labels, cut_mark), labels,
                               plot.lane(lane.stretches, lane.marks),
                               process.helper ? Colour::dim : Colour::plain));
  }
  const std::vector<Line> rest = rest_of_processes(all, most, style);
  lines.insert(lines.end(), rest.begin(), rest.end());
  if (!timeline.written.empty()) {
    lines.push_back(
        with_label(std::string(output_label), labels, plot.lane({}, timeline.written), Colour::plain));
  }
  const std::vector<Line> legend = plot.legend();
  lines.insert(lines.end(), legend.begin(), legend.end());
  return lines;
}

}  // namespace harness
