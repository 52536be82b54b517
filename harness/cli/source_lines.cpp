#include "cli/source_lines.hpp"

#include <algorithm>

#include "support/escape.hpp"

namespace harness {
namespace {

std::string without_tabs(std::string_view line) {
  std::string text;
  for (const char c : line)
    text += c == '\t' ? "    " : std::string(1, c);
  return text;
}

using Lines = std::vector<std::string>;

// Behind the docstring that stands at `first`, or `first` where there is none.
Lines::const_iterator behind_docstring(Lines::const_iterator first, Lines::const_iterator end) {
  constexpr std::string_view quotes = "\"\"\"";
  if (first == end || !first->starts_with(quotes)) return first;
  if (first->find(quotes, quotes.size()) != std::string::npos) return first + 1;
  const auto closing =
      std::find_if(first + 1, end, [&](const std::string& line) { return line.ends_with(quotes); });
  return closing == end ? end : closing + 1;
}

// A piece of a line: a space at its end is not the last of the line.
std::string piece_of_line(const Style& style, std::string_view text) {
  std::string piece = shown(style, std::string(text) + "|");
  piece.pop_back();
  return piece;
}

// Just behind the text that begins at `begin`, or the end of the line.
std::size_t end_of_text(const std::string& line, std::size_t begin) {
  for (std::size_t i = begin + 1; i < line.size(); ++i) {
    if (line[i] == '\\')
      ++i;
    else if (line[i] == line[begin])
      return i + 1;
  }
  return line.size();
}

// A space at the end of a piece is not at the end of its line.
std::string shown_piece(const Style& style, std::string_view text) {
  const std::size_t stem = text.find_last_not_of(' ') + 1;
  return (stem == 0 ? std::string() : shown(style, text.substr(0, stem))) +
         std::string(text.size() - stem, ' ');
}

Line coloured(const std::string& line, std::string_view comment, const Style& style) {
  Line spans;
  std::string plain;
  const auto add = [&](std::string_view text, Colour colour) {
    if (!plain.empty()) spans.push_back({shown_piece(style, plain), Colour::plain});
    plain.clear();
    spans.push_back({piece_of_line(style, text), colour});
  };
  for (std::size_t i = 0; i < line.size();) {
    const std::string_view rest = std::string_view(line).substr(i);
    if (rest.starts_with(comment)) {
      add(rest, Colour::dim);
      return spans;
    }
    if (rest.front() == '"' || rest.front() == '\'') {
      const std::size_t end = end_of_text(line, i);
      add(rest.substr(0, end - i), Colour::green);
      i = end;
      continue;
    }
    plain += line[i++];
  }
  if (!plain.empty()) spans.push_back({piece_of_line(style, plain), Colour::plain});
  return spans;
}

}  // namespace

std::vector<Line> source_lines(std::string_view source, std::string_view comment, const Style& style) {
  const Lines text = lines_of(source);
  const auto opening = [&](const std::string& line) { return line.starts_with(comment); };
  const auto filled = [](const std::string& line) { return !line.empty(); };
  auto first = std::find_if_not(text.begin(), text.end(), opening);
  first = std::find_if(behind_docstring(first, text.end()), text.end(), filled);
  std::vector<Line> lines;
  for (auto line = first; line != text.end(); ++line)
    lines.push_back(coloured(without_tabs(*line), comment, style));
  return lines;
}

std::vector<Line> golden_lines(std::string_view golden, const Style& style) {
  std::vector<Line> lines;
  for (const std::string& line : lines_of(golden)) {
    const bool header = line.starts_with("-- ") && line.ends_with(" --");
    lines.push_back({{shown(style, line), header ? Colour::cyan : Colour::plain}});
  }
  return lines;
}

}  // namespace harness
