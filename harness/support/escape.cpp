#include "support/escape.hpp"

#include <array>
#include <cstdint>
#include <cstdio>

#include "support/utf8.hpp"

namespace harness {
namespace {

bool hides_or_reorders(std::uint32_t code) {
  return (code >= 0x80 && code <= 0x9F) || code == 0xA0 || code == 0xAD || code == 0x61C ||
         (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || (code >= 0xE0000 && code <= 0xE007F);
}

std::string formatted(const char* format, std::uint32_t value) {
  std::array<char, 16> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), format, static_cast<unsigned>(value));
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string control(std::uint32_t code) {
  switch (code) {
    case '\t':
      return "\\t";
    case '\r':
      return "\\r";
    case '\n':
      return "\\n";
    case 0x1B:
      return "\\e";
    case 0:
      return "\\0";
    default:
      return formatted("\\x%02x", code);
  }
}

std::string visible_character(std::string_view character, bool last) {
  const std::uint32_t code = code_point(character);
  if (character.size() == 1 && code >= 0x80) return formatted("\\x%02x", code);  // not UTF-8
  if (code < 0x20 || code == 0x7F) return control(code);
  if (hides_or_reorders(code)) return formatted("\\u{%04x}", code);
  if (code == ' ' && last) return "·";
  return std::string(character);
}

std::string entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return std::string(1, c);
  }
}

}  // namespace

std::string visible(std::string_view line) {
  std::string shown;
  shown.reserve(line.size());
  for (std::string_view rest = line; !rest.empty();) {
    const std::string_view character = first_character(rest);
    shown += visible_character(character, character.size() == rest.size());
    rest.remove_prefix(character.size());
  }
  return shown;
}

std::string html(std::string_view line) {
  std::string escaped;
  for (const char c : visible(line))
    escaped += entity(c);
  return escaped;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

}  // namespace harness
