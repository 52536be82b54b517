#include "match/line_scan.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "match/line_pattern.hpp"
#include "support/closest.hpp"
#include "support/errors.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

constexpr std::string_view directives = "directives are: {{any order}}, {{end}}, {{no newline}}, {{REGEX}}";
constexpr std::string_view brackets =
    "allowed are [[NAME]], [[NAME:REGEX]] and [[pid ID]]; write \\[[ for the characters";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name(std::string_view text) {
  if (text.empty() || is_digit(text.front())) return false;
  return std::ranges::all_of(text, [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

bool is_process_id(std::string_view text) {
  if (text == "program") return true;
  bool digits = false;
  for (const char c : text) {
    if (!is_digit(c) && (c != '.' || !digits)) return false;
    digits = c != '.';
  }
  return digits;
}

// Where a class ends that begins at `at`: behind its ']'.
std::size_t end_of_class(std::string_view text, std::size_t at) {
  ++at;
  if (at < text.size() && text[at] == '^') ++at;
  if (at < text.size() && text[at] == ']') ++at;
  while (at < text.size() && text[at] != ']') {
    if (text[at] == '\\') {
      at += 2;
    } else if (text.substr(at).starts_with("[:")) {
      const std::size_t end = text.find(":]", at);
      at = end == std::string_view::npos ? text.size() : end + 2;
    } else {
      ++at;
    }
  }
  return std::min(at + 1, text.size());
}

// Where the regex at the front of `text` ends that `closing` ends: braces, classes and escapes inside it are
// its own, so {{[0-9]{2}}} and [[x:[0-9]]] end where one expects.
std::optional<std::size_t> end_of_regex(std::string_view text, std::string_view closing) {
  int braces = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '\\') {
      at += 2;
    } else if (c == '[') {
      at = end_of_class(text, at);
    } else if (braces == 0 && text.substr(at).starts_with(closing)) {
      return at;
    } else {
      if (c == '{') ++braces;
      if (c == '}' && braces > 0) --braces;
      ++at;
    }
  }
  return std::nullopt;
}

// Letters and spaces alone are no regex that says anything: a directive, or one misspelt.
bool looks_like_directive(std::string_view text) {
  return text.empty() || (is_letter(text.front()) && std::ranges::all_of(text, [](char c) {
                            return is_letter(c) || c == ' ' || c == '-' || c == '_';
                          }));
}

Directive directive_of(std::string_view text) {
  if (text == "any order") return Directive::any_order;
  if (text == "end") return Directive::end;
  if (text == "no newline") return Directive::no_newline;
  if (!looks_like_directive(text)) return Directive::none;
  const std::vector<std::string> known{"any order", "end", "no newline"};
  std::string what = "unknown directive '{{" + std::string(text) + "}}'";
  if (const auto near = closest(text, known)) what += " (closest: '{{" + *near + "}}')";
  throw CannotJudge(what + "; " + std::string(directives) + ", where a regex is more than letters");
}

class Scanner {
 public:
  explicit Scanner(std::string_view line) : rest_(line) {}

  ScannedLine scan() {
    while (!rest_.empty())
      step();
    return std::move(scanned_);
  }

 private:
  void step() {
    if (rest_.starts_with("\\{{") || rest_.starts_with("\\[[")) {
      literal(rest_.substr(1, 2));
      rest_.remove_prefix(3);
    } else if (rest_.starts_with("{{")) {
      braces();
    } else if (rest_.starts_with("[[")) {
      square();
    } else {
      literal(rest_.substr(0, 1));
      rest_.remove_prefix(1);
    }
  }

  void literal(std::string_view text) {
    auto& parts = scanned_.parts;
    if (parts.empty() || parts.back().kind != LinePart::Kind::literal) parts.emplace_back();
    parts.back().text += text;
  }

  void braces() {
    const auto length = end_of_regex(rest_.substr(2), "}}");
    if (!length) throw CannotJudge("'{{' without '}}'; write \\{{ for the characters");
    const std::string_view text = rest_.substr(2, *length);
    rest_.remove_prefix(*length + 4);
    const Directive directive = directive_of(text);
    if (directive == Directive::none) {
      scanned_.parts.push_back({LinePart::Kind::regex, std::string(text), {}});
    } else {
      place(directive, text);
    }
  }

  void place(Directive directive, std::string_view text) {
    if (scanned_.parts.empty() && rest_.empty()) {
      scanned_.directive = directive;
    } else if (directive == Directive::no_newline && rest_.empty()) {
      scanned_.ends_without_newline = true;
    } else if (directive == Directive::no_newline) {
      throw CannotJudge("text behind '{{no newline}}', which ends the output");
    } else {
      throw CannotJudge("'{{" + std::string(text) + "}}' stands on a line of its own");
    }
  }

  void square() {
    const std::string_view inner = rest_.substr(2);
    const std::size_t colon = inner.find(':');
    if (colon != std::string_view::npos && is_name(inner.substr(0, colon))) {
      binding(inner, colon);
      return;
    }
    const std::size_t end = inner.find("]]");
    if (end == std::string_view::npos) throw CannotJudge("'[[' without ']]'; " + std::string(brackets));
    reference(inner.substr(0, end));
    rest_.remove_prefix(end + 4);
  }

  void binding(std::string_view inner, std::size_t colon) {
    const auto length = end_of_regex(inner.substr(colon + 1), "]]");
    if (!length) throw CannotJudge("'[[' without ']]'; " + std::string(brackets));
    if (*length == 0) throw CannotJudge("'[[" + std::string(inner.substr(0, colon)) + ":]]' lacks its regex");
    scanned_.parts.push_back({LinePart::Kind::binding, std::string(inner.substr(colon + 1, *length)),
                              std::string(inner.substr(0, colon))});
    rest_.remove_prefix(colon + *length + 5);
  }

  void reference(std::string_view text) {
    constexpr std::string_view pid = "pid ";
    if (text.starts_with(pid)) {
      const std::string_view id = text.substr(pid.size());
      if (!is_process_id(id)) {
        throw CannotJudge("'[[" + std::string(text) +
                          "]]' names no process; processes are: program, 1, 1.2, …");
      }
      scanned_.parts.push_back({LinePart::Kind::pid, std::string(id), {}});
    } else if (is_name(text)) {
      scanned_.parts.push_back({LinePart::Kind::name, {}, std::string(text)});
    } else {
      throw CannotJudge("malformed '[[" + std::string(text) + "]]'; " + std::string(brackets));
    }
  }

  std::string_view rest_;
  ScannedLine scanned_;
};

std::string hexadecimal(unsigned char byte) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "{{\\x%02x}}", static_cast<unsigned>(byte));
  return buffer.data();
}

bool readable(char c, bool utf8) {
  const auto byte = static_cast<unsigned char>(c);
  return c == '\t' || (byte >= 0x20 && byte != 0x7F && (byte < 0x80 || utf8));
}

}  // namespace

ScannedLine scan_line(std::string_view line) {
  return Scanner(line).scan();
}

void append_directive(std::string& line, std::string_view directive) {
  const std::size_t kept = line.find_last_not_of('\\') + 1;  // npos + 1 is 0: nothing but backslashes
  const std::size_t backslashes = line.size() - kept;
  line.resize(kept);
  for (std::size_t i = 0; i < backslashes; ++i)
    line += "{{\\\\}}";
  line += directive;
}

std::string escaped_line(std::string_view text) {
  const bool utf8 = is_utf8(text);
  std::string escaped;
  while (!text.empty()) {
    if (text.starts_with("{{") || text.starts_with("[[")) {
      append_directive(escaped, "\\" + std::string(text.substr(0, 2)));
      text.remove_prefix(2);
      continue;
    }
    if (readable(text.front(), utf8)) {
      escaped += text.front();
    } else {
      append_directive(escaped, hexadecimal(static_cast<unsigned char>(text.front())));
    }
    text.remove_prefix(1);
  }
  if (escaped.starts_with("-- ") && escaped.ends_with(" --")) escaped.replace(0, 2, "{{--}}");
  return escaped;
}

}  // namespace harness
