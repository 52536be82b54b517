#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harness {

/// A piece of a golden's line.
struct LinePart {
  enum class Kind {
    literal,  ///< `text` itself
    regex,    ///< {{text}}
    binding,  ///< [[name:text]]
    name,     ///< [[name]]
    pid,      ///< [[pid text]]
  };
  Kind kind = Kind::literal;
  std::string text;
  std::string name;
  bool operator==(const LinePart&) const = default;
};

enum class Directive { none, any_order, end, no_newline };

/// A line of a golden's text taken to pieces.
struct ScannedLine {
  std::vector<LinePart> parts;
  Directive directive = Directive::none;  ///< what the whole line is; no parts then
  bool ends_without_newline = false;      ///< {{no newline}} stood behind the text
};

/// Takes a line to pieces: `{{regex}}`, `[[NAME:regex]]`, `[[NAME]]`, `[[pid ID]]`, the directives, and `\{{`
/// and
/// `\[[` for the characters themselves. Regexes are found here, not checked.
/// @throws CannotJudge telling what is wrong and what is allowed; the caller adds where.
ScannedLine scan_line(std::string_view line);

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A golden's line that stands for exactly this text. Control characters and bytes that are not UTF-8 are
/// written as `{{\xNN}}`, so that the golden stays readable.
std::string escaped_line(std::string_view text);

/// Appends something that starts with `{{`, `[[` or an escape of these to a line that already stands for some
/// text. A backslash at its end would take the start away; it is written as a regex.
void append_directive(std::string& line, std::string_view directive);

}  // namespace harness
