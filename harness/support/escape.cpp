#include "support/escape.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <optional>

namespace harness {
namespace {

struct Character {
  std::uint32_t code;
  std::size_t bytes;
};

bool continues(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}

std::size_t length_by_lead(unsigned char lead) {
  if (lead < 0x80U) return 1;
  if (lead >= 0xC2U && lead <= 0xDFU) return 2;
  if (lead >= 0xE0U && lead <= 0xEFU) return 3;
  if (lead >= 0xF0U && lead <= 0xF4U) return 4;
  return 0;
}

// The character at the front of `text`, or nothing where the bytes are not UTF-8 (overlong forms and
// surrogates included).
std::optional<Character> decode(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = length_by_lead(lead);
  if (length == 0 || length > text.size()) return std::nullopt;
  if (length == 1) return Character{lead, 1};
  std::uint32_t code = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (!continues(byte)) return std::nullopt;
    code = (code << 6U) | (byte & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < smallest[length] || code > 0x10FFFF || surrogate) return std::nullopt;
  return Character{code, length};
}

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
    const std::optional<Character> character = decode(rest);
    if (!character) {
      shown += formatted("\\x%02x", static_cast<unsigned char>(rest.front()));
      rest.remove_prefix(1);
      continue;
    }
    if (character->code < 0x20 || character->code == 0x7F) {
      shown += control(character->code);
    } else if (hides_or_reorders(character->code)) {
      shown += formatted("\\u{%04x}", character->code);
    } else if (character->code == ' ' && rest.size() == 1) {
      shown += "·";
    } else {
      shown += rest.substr(0, character->bytes);
    }
    rest.remove_prefix(character->bytes);
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
