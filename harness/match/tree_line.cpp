#include "match/tree_line.hpp"

#include <algorithm>

#include "model/names.hpp"

namespace harness {
namespace {

// As the goldens of the suite are laid out; longer labels move the columns as far as is still readable.
constexpr std::size_t ending_column = 19;
constexpr std::size_t widest_label = 60;
constexpr std::size_t ending_width = 12;

void pad(std::string& text, std::size_t column) {
  text.append(text.size() + 2 <= column ? column - text.size() : 2, ' ');
}

std::string siblings(const ExpectedProcess& expected) {
  if (expected.most == 1) return {};
  std::string text = std::to_string(expected.least);
  if (expected.least != expected.most) text += ".." + std::to_string(expected.most);
  return text + "x ";
}

}  // namespace

TreeLine tree_line(const ExpectedProcess& expected) {
  TreeLine line;
  line.depth = expected.depth;
  line.label = siblings(expected) + expected.label;
  line.ending = expected.ending ? to_string(*expected.ending) : "*";
  if (expected.fate != Fate::root) line.fate = expected.fate ? std::string(to_string(*expected.fate)) : "*";
  if (expected.exec) line.extra = "exec " + *expected.exec;
  if (expected.least == 0 && expected.most == 1) line.extra += line.extra.empty() ? "?" : "  ?";
  return line;
}

TreeLine further_line(std::size_t parent_depth) {
  return TreeLine{parent_depth + 1, "...", "", "", ""};
}

TreeLine tree_line(const Process& seen, const std::string& label, std::size_t depth) {
  TreeLine line{depth, label, "*", "", ""};
  if (seen.end && seen.fate != Fate::leaked) line.ending = to_string(*seen.end);
  if (depth > 0) line.fate = seen.fate && seen.fate != Fate::root ? std::string(to_string(*seen.fate)) : "*";
  return line;
}

namespace {

void add_lines(const ExpectedTree& expected, std::size_t process, std::vector<TreeLine>& lines) {
  const ExpectedProcess& line = expected.processes[process];
  lines.push_back(tree_line(line));
  for (const std::size_t child : line.children)
    add_lines(expected, child, lines);
  if (line.open) lines.push_back(further_line(line.depth));
}

}  // namespace

std::vector<TreeLine> tree_lines(const ExpectedTree& expected) {
  std::vector<TreeLine> lines;
  add_lines(expected, 0, lines);
  return lines;
}

std::vector<std::string> in_columns(const std::vector<TreeLine>& lines) {
  std::size_t column = ending_column;
  std::size_t width = ending_width;
  for (const TreeLine& line : lines) {
    column = std::max(column, std::min(widest_label, 2 * line.depth + line.label.size() + 2));
    width = std::max(width, line.ending.size() + 2);
  }
  std::vector<std::string> texts;
  for (const TreeLine& line : lines) {
    std::string text = std::string(2 * line.depth, ' ') + line.label;
    if (!line.ending.empty()) pad(text, column);
    text += line.ending;
    if (!line.fate.empty() || !line.extra.empty()) pad(text, std::max(text.size() + 2, column + width));
    text += line.fate;
    if (!line.extra.empty()) text += (line.fate.empty() ? "" : "  ") + line.extra;
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace harness
