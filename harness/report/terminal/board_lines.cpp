#include "report/terminal/board_lines.hpp"

#include <algorithm>
#include <string>

#include "report/terminal/columns.hpp"
#include "report/terminal/marks.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr int assumed_columns = 80;
constexpr int longest_bar = 30;
constexpr int shortest_bar = 4;
constexpr int wide_columns = 60;  // from here on failures are counted in words
constexpr int time_columns = 6;

// The measures that all rows of one board share.
struct Layout {
  int name = 0;
  int count = 0;         // "12/34"
  int wrong = 0;         // "  2 failed"; kept free where nothing is wrong, so that a failure moves nothing
  bool in_words = true;  // how failures are counted
  int bar = 0;           // 0: no bar
  bool time = true;
  bool columns = true;  // a column for each implementation; otherwise they are counted together
};

struct Row {
  std::string name;
  std::vector<Stage> cells;
  bool running = false;
  std::string time;
};

std::string count_text(const Stage& counts) {
  return harness::format("{}/{}", counts.done(), counts.total);
}

std::string wrong_text(const Stage& counts, bool in_words, const Style& style) {
  const int wrong = counts.failed + counts.broken;
  if (wrong == 0) return "";
  if (!in_words) return harness::format(" {}{}", wrong, marks_of(style).bad);
  std::string text = counts.failed > 0 ? harness::format("  {} failed", counts.failed) : "";
  if (counts.broken > 0) text += harness::format("  {} broken", counts.broken);
  return text;
}

std::string elapsed(Progress::Clock::time_point from, Progress::Clock::time_point to) {
  const double seconds = std::chrono::duration<double>(to - from).count();
  if (seconds < 99.95) return harness::format("{:.1f} s", seconds);
  return seconds < 1000 ? harness::format("{:.0f} s", seconds) : harness::format("{:.0f} min", seconds / 60);
}

Row row_of(const Progress::Chapter& chapter, Progress::Clock::time_point now) {
  const Stage all = chapter.all();
  const bool over = all.done() == all.total && chapter.last_end;
  std::string time;
  if (chapter.first_start) time = elapsed(*chapter.first_start, over ? *chapter.last_end : now);
  return {chapter.name, chapter.counts, chapter.running > 0, time};
}

Row total_row(const Progress& progress, Progress::Clock::time_point now) {
  Row row{"all", {}, !progress.running().empty(), elapsed(progress.begin(), now)};
  row.cells.resize(progress.implementations().size());
  for (const Progress::Chapter& chapter : progress.chapters()) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      row.cells[i] += chapter.counts.at(i);
  }
  return row;
}

void merge_cells(Row& row) {
  Stage sum;
  for (const Stage& counts : row.cells)
    sum += counts;
  row.cells = {sum};
}

// What is left of the width for each bar.
int bar_room(const Layout& layout, std::size_t cells, int columns) {
  const int fixed = 2 + layout.name + (layout.time ? 2 + time_columns : 0);
  const int cell = 2 + 1 + layout.count + layout.wrong;
  return (columns - fixed) / static_cast<int>(cells) - cell;
}

Layout layout_of(std::vector<Row>& rows, const Style& style) {
  Layout layout;
  for (const Row& row : rows)
    layout.name = std::max(layout.name, columns_of(row.name));
  const auto measure = [&] {
    layout.count = 0;
    layout.in_words = style.columns >= wide_columns && rows.front().cells.size() == 1;
    layout.wrong = columns_of(layout.in_words ? "  2 failed" : " 2x");
    for (const Row& row : rows) {
      for (const Stage& counts : row.cells) {
        const std::string widest = harness::format("{0}/{0}", counts.total);
        layout.count = std::max(layout.count, columns_of(widest));
        layout.wrong = std::max(layout.wrong, columns_of(wrong_text(counts, layout.in_words, style)));
      }
    }
  };
  measure();
  const std::size_t cells = rows.front().cells.size();
  layout.bar = bar_room(layout, cells, style.columns);
  if (cells > 1 && layout.bar < shortest_bar) {
    layout.columns = false;
    for (Row& row : rows)
      merge_cells(row);
    measure();
    layout.bar = bar_room(layout, 1, style.columns);
  }
  if (layout.bar < shortest_bar) {
    layout.time = bar_room(layout, 1, style.columns) >= 0;
    layout.bar = 0;
  }
  layout.bar = std::min(layout.bar, longest_bar);
  return layout;
}

void add_bar(Line& line, const Stage& counts, int bar, const Style& style) {
  const auto share = [&](int part) { return counts.total == 0 ? 0 : bar * part / counts.total; };
  const int wrong = counts.failed + counts.broken;
  const int other = counts.skipped + counts.known_failures;
  // At least one column for what is wrong, and a full bar only when all is done.
  const int wrong_columns = wrong == 0 ? 0 : std::max(share(wrong), 1);
  const int other_columns = std::min(share(other + wrong), bar) - std::min(share(wrong), bar);
  const int done_columns = std::max(share(counts.done()), wrong_columns + other_columns);
  const auto repeated = [](std::string_view sign, int times) {
    std::string text;
    for (int i = 0; i < times; ++i)
      text += sign;
    return text;
  };
  const Marks marks = marks_of(style);
  line.push_back({repeated(marks.bar, done_columns - wrong_columns - other_columns), Colour::green});
  line.push_back({repeated(marks.bar, other_columns), Colour::cyan});
  line.push_back({repeated(marks.bar, wrong_columns), Colour::red});
  line.push_back({repeated(marks.rest, bar - done_columns), Colour::dim});
}

Span mark_of(const Row& row, const Style& style) {
  Row sum = row;
  merge_cells(sum);
  const Stage& counts = sum.cells.front();
  const Marks marks = marks_of(style);
  if (counts.failed + counts.broken > 0) return {std::string(marks.bad) + " ", Colour::red};
  if (counts.done() < counts.total || counts.total == 0) {
    return {row.running ? std::string(marks.running) + " " : "  ", Colour::cyan};
  }
  if (counts.passed + counts.known_failures == 0) return {std::string(marks.skipped) + " ", Colour::cyan};
  return {std::string(marks.good) + " ", Colour::green};
}

Line line_of(const Row& row, const Layout& layout, const Style& style) {
  Line line{mark_of(row, style), {padded(row.name, layout.name), row.running ? Colour::bold : Colour::plain}};
  for (const Stage& counts : row.cells) {
    line.push_back({"  "});
    if (layout.bar > 0) add_bar(line, counts, layout.bar, style);
    const std::string count = count_text(counts);
    line.push_back({std::string(static_cast<std::size_t>(1 + layout.count - columns_of(count)), ' ') + count,
                    counts.done() == 0 ? Colour::dim : Colour::plain});
    if (row.cells.size() > 1)
      line.push_back({padded(wrong_text(counts, layout.in_words, style), layout.wrong), Colour::red});
  }
  if (layout.time) {
    const int missing = std::max(time_columns - columns_of(row.time), 0);
    line.push_back({"  " + std::string(static_cast<std::size_t>(missing), ' ') + row.time, Colour::dim});
  }
  if (row.cells.size() == 1)
    line.push_back({wrong_text(row.cells.front(), layout.in_words, style), Colour::red});
  return line;
}

Line heading(const std::vector<std::string>& implementations, const Layout& layout, const Style& style) {
  Line line{{std::string(static_cast<std::size_t>(2 + layout.name), ' ')}};
  const int cell = layout.bar + 1 + layout.count + layout.wrong;
  for (const std::string& name : implementations) {
    line.push_back(
        {"  " + padded(cut(shown(style, name), cell, style.unicode ? "…" : "~"), cell), Colour::bold});
  }
  return line;
}

Line running_line(const Progress& progress, const Style& style) {
  const std::vector<std::string>& running = progress.running();
  std::string text = harness::format("{} running: ", running.size());
  for (std::size_t i = 0; i < std::min<std::size_t>(running.size(), 3); ++i) {
    text += (i == 0 ? "" : ",  ") + shown(style, running[i]);
  }
  return {{"  "}, {text, Colour::dim}};
}

}  // namespace

std::vector<Line> board_lines(const Progress& progress, const Style& given, int rows,
                              Progress::Clock::time_point now) {
  if (progress.chapters().empty()) return {};
  Style style = given;
  if (style.columns <= 0) style.columns = assumed_columns;
  const bool several = progress.implementations().size() > 1;
  const int extra = (several ? 1 : 0) + (progress.running().empty() ? 0 : 1);
  std::vector<Row> table;
  const bool room = rows <= 0 || static_cast<int>(progress.chapters().size()) + extra <= rows;
  if (room) {
    for (const Progress::Chapter& chapter : progress.chapters())
      table.push_back(row_of(chapter, now));
  } else {
    table.push_back(total_row(progress, now));
  }
  const Layout layout = layout_of(table, style);
  std::vector<Line> lines;
  if (several && layout.columns && room) lines.push_back(heading(progress.implementations(), layout, style));
  for (const Row& row : table)
    lines.push_back(line_of(row, layout, style));
  if (!progress.running().empty() && (rows <= 0 || rows > 1)) lines.push_back(running_line(progress, style));
  return lines;
}

}  // namespace harness
