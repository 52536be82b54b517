#include "record/output_pieces.hpp"

#include <algorithm>

#include "record/happenings.hpp"

namespace harness {
namespace {

// Goes on where the piece ends, by the same writer.
bool continues(const OutputPiece& piece, const Happening& told) {
  return piece.stream == told.event->stream && piece.writer == told.process;
}

}  // namespace

std::optional<std::string> bytes_of(const Observation& seen, const Event& event) {
  const std::string& all = event.stream == Stream::out ? seen.out : seen.err;
  if (event.offset > all.size() || event.length > all.size() - event.offset) return std::nullopt;
  return all.substr(event.offset, event.length);
}

std::vector<OutputPiece> output_pieces(const Observation& seen) {
  std::vector<OutputPiece> pieces;
  for (const Happening& told : happenings_of(seen)) {
    if (told.kind != HappeningKind::output) continue;
    const std::optional<std::string> bytes = bytes_of(seen, *told.event);
    if (pieces.empty() || !continues(pieces.back(), told)) {
      pieces.push_back({told.event->stream, told.process, told.t_ms, told.event->length, bytes});
      continue;
    }
    OutputPiece& piece = pieces.back();
    piece.length += told.event->length;
    piece.bytes = piece.bytes && bytes ? std::optional(*piece.bytes + *bytes) : std::nullopt;
  }
  return pieces;
}

bool is_attributed(const std::vector<OutputPiece>& pieces) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [](const OutputPiece& piece) { return piece.writer.has_value(); });
}

}  // namespace harness
