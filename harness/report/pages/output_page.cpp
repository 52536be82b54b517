
#include "record/output_pieces.hpp"
#include "report/pages/page.hpp"
#include "report/pages/timeline_page.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr std::size_t longest_shown = 64 * 1024;  // bytes of one stream

struct Shown {
  std::string text;
  std::string note;
};

Shown shown_output(const std::string& bytes) {
  if (bytes.size() > longest_shown) {
    return {bytes.substr(0, longest_shown),
            harness::format("the first {} of {} bytes", longest_shown, bytes.size())};
  }
  const bool open = !bytes.empty() && bytes.back() != '\n';
  return {bytes, open ? "no newline at the end" : ""};
}

std::string block(const std::string& title, const Shown& shown) {
  std::string html = "<div class=\"output\"><h3>" + html_text(title) + "</h3>";
  html += shown.text.empty() ? "<p class=\"none\">nothing</p>"
                             : "<pre tabindex=\"0\">" + html_text(shown.text) + "</pre>";
  if (!shown.note.empty()) html += "<p class=\"note\">" + html_text(shown.note) + "</p>";
  return html + "</div>\n";
}

std::string title_of(const Observation& seen, const OutputPiece& piece) {
  const std::string writer = piece.writer ? seen.processes[*piece.writer].id : "?";
  const char* stream = piece.stream == Stream::out ? "stdout" : "stderr";
  return harness::format("{} to {}, {:.1f} ms", writer, stream, piece.t_ms);
}

}  // namespace

std::string output_html(const Observation& seen) {
  const std::vector<OutputPiece> pieces = output_pieces(seen);
  if (!is_attributed(pieces)) {
    return block("stdout", shown_output(seen.out)) + block("stderr", shown_output(seen.err));
  }
  std::string html;
  for (const OutputPiece& piece : pieces) {
    const Shown shown =
        piece.bytes ? shown_output(*piece.bytes) : Shown{harness::format("{} bytes", piece.length), ""};
    html += block(title_of(seen, piece), shown);
    if (html.size() > 2 * longest_shown) return html + "<p class=\"note\">and more</p>\n";
  }
  return html;
}

}  // namespace harness
