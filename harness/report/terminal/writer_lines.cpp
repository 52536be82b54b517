#include "report/terminal/writer_lines.hpp"

#include <algorithm>

#include "record/output_pieces.hpp"
#include "report/terminal/columns.hpp"
#include "support/escape.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr std::size_t longest_output = 200;  // lines; the rest is in the JSON
constexpr int narrowest_text = 16;

std::string writer_of(const Observation& seen, const OutputPiece& piece, const Style& style) {
  return piece.writer ? shown(style, seen.processes[*piece.writer].id) : "?";
}

void add_piece(std::vector<Line>& lines, const OutputPiece& piece, const std::string& writer,
               const Style& style) {
  const std::string head = writer + (piece.stream == Stream::out ? "  stdout  " : "  stderr  ");
  const Colour colour = piece.stream == Stream::out ? Colour::plain : Colour::yellow;
  if (!piece.bytes) {
    lines.push_back({{head, Colour::cyan}, {harness::format("{} bytes", piece.length), Colour::dim}});
    return;
  }
  const int room = style.columns <= 0 ? 0 : std::max(style.columns - columns_of(head), narrowest_text);
  for (const std::string& line : lines_of(*piece.bytes)) {
    for (const std::string& part : folded(shown(style, line), room))
      lines.push_back({{head, Colour::cyan}, {part, colour}});
  }
}

}  // namespace

std::vector<Line> writer_lines(const Observation& seen, const Style& style, int indent) {
  const std::vector<OutputPiece> pieces = output_pieces(seen);
  if (!is_attributed(pieces)) return {};
  int columns = 0;
  for (const OutputPiece& piece : pieces)
    columns = std::max(columns, columns_of(writer_of(seen, piece, style)));
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  std::vector<Line> lines;
  for (const OutputPiece& piece : pieces) {
    if (lines.size() > longest_output) {
      lines.push_back({{margin + shown(style, "… and more"), Colour::dim}});
      break;
    }
    add_piece(lines, piece, margin + padded(writer_of(seen, piece, style), columns), style);
  }
  return lines;
}

}  // namespace harness
