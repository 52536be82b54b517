#include "report/watch_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/columns.hpp"
#include "report/marks.hpp"
#include "report/observation_facts.hpp"
#include "report/output_pieces.hpp"
#include "report/timeline_lines.hpp"
#include "report/tree_lines.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

constexpr std::size_t longest_output = 200;  // lines; the rest is in the JSON
constexpr int narrowest_text = 16;

void append(std::vector<Line>& lines, const std::vector<Line>& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

std::vector<Line> head_lines(const Observation& seen, const Style& style) {
  std::string facts;
  for (const std::string& fact : observation_facts(seen)) {
    facts += (facts.empty() ? "" : std::string(marks_of(style).dot)) + shown(style, fact);
  }
  std::vector<Line> lines;
  for (const std::string& line : wrapped(facts, style.columns))
    lines.push_back({{line, Colour::bold}});
  if (seen.start_failure) append(lines, paragraph(style, 0, start_failure_words(seen), Colour::red));
  return lines;
}

std::string writer_of(const Observation& seen, const OutputPiece& piece, const Style& style) {
  return piece.writer ? shown(style, seen.processes[*piece.writer].id) : "?";
}

void add_piece(std::vector<Line>& lines, const OutputPiece& piece, const std::string& writer,
               const Style& style) {
  const std::string stream = piece.stream == Stream::out ? "stdout" : "stderr";
  const std::string head = writer + "  " + stream + "  ";
  const Colour colour = piece.stream == Stream::out ? Colour::plain : Colour::yellow;
  if (!piece.bytes) {
    lines.push_back({{head, Colour::cyan}, {fmt::format("{} bytes", piece.length), Colour::dim}});
    return;
  }
  const int room = style.columns <= 0 ? 0 : std::max(style.columns - columns_of(head), narrowest_text);
  for (const std::string& line : lines_of(*piece.bytes)) {
    for (const std::string& part : folded(shown(style, line), room)) {
      lines.push_back({{head, Colour::cyan}, {part, colour}});
    }
  }
}

std::vector<Line> writer_lines(const Observation& seen, const Style& style) {
  const std::vector<OutputPiece> pieces = output_pieces(seen);
  if (!is_attributed(pieces)) return {};
  int columns = 0;
  for (const OutputPiece& piece : pieces)
    columns = std::max(columns, columns_of(writer_of(seen, piece, style)));
  std::vector<Line> lines{{}, {{"who wrote what", Colour::bold}}};
  for (const OutputPiece& piece : pieces) {
    if (lines.size() > longest_output) {
      lines.push_back({{shown(style, "… and more"), Colour::dim}});
      break;
    }
    add_piece(lines, piece, padded(writer_of(seen, piece, style), columns), style);
  }
  return lines;
}

}  // namespace

std::vector<Line> watch_lines(const Observation& seen, const Style& style, std::size_t most) {
  std::vector<Line> lines = head_lines(seen, style);
  append(lines, tree_lines(seen, style, most));
  if (!seen.processes.empty() && seen.processes.front().start_ms) {
    lines.emplace_back();
    append(lines, timeline_lines(seen, style, most));
  }
  append(lines, writer_lines(seen, style));
  return lines;
}

}  // namespace harness
