#include "support/utf8.hpp"

#include <array>
#include <cstdint>

#include "support/errors.hpp"

namespace harness {
namespace {

std::size_t length_by_lead(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 1;
}

bool well_formed(std::string_view character) {
  for (const char c : character.substr(1)) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) return false;
  }
  constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  const char32_t code = code_point(character);
  return code >= smallest.at(character.size()) && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

bool is_stray(std::string_view character) {
  return character.size() == 1 && static_cast<unsigned char>(character.front()) >= 0x80;
}

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::uint32_t value_of(char digit) {
  const std::size_t value = digits.find(digit);
  if (value == std::string_view::npos) throw CannotJudge("not base64");
  return static_cast<std::uint32_t>(value);
}

}  // namespace

std::string_view first_character(std::string_view text) {
  const std::size_t length = length_by_lead(static_cast<unsigned char>(text.front()));
  if (length == 1 || length > text.size() || !well_formed(text.substr(0, length))) return text.substr(0, 1);
  return text.substr(0, length);
}

char32_t code_point(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return lead;
  char32_t code = lead & (0x7FU >> character.size());
  for (const char c : character.substr(1))
    code = (code << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
  return code;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::string_view character = first_character(text);
    if (is_stray(character)) return false;
    text.remove_prefix(character.size());
  }
  return true;
}

std::string with_replacements(std::string_view text) {
  std::string replaced;
  replaced.reserve(text.size());
  while (!text.empty()) {
    const std::string_view character = first_character(text);
    replaced += is_stray(character) ? std::string_view("\xef\xbf\xbd") : character;
    text.remove_prefix(character.size());
  }
  return replaced;
}

std::string base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(bytes.size(), 3))) {
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      group = (group << 8U) | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      text += i <= bytes.size() ? digits[(group >> (18 - 6 * i)) & 0x3FU] : '=';
    }
  }
  return text;
}

std::string from_base64(std::string_view text) {
  if (text.size() % 4 != 0) throw CannotJudge("not base64");
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  for (; !text.empty(); text.remove_prefix(4)) {
    const std::size_t padding = text.substr(0, 4).ends_with("==") ? 2 : text[3] == '=' ? 1 : 0;
    if (padding > 0 && text.size() > 4) throw CannotJudge("not base64");
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 4; ++i)
      group = (group << 6U) | (i < 4 - padding ? value_of(text[i]) : 0U);
    for (std::size_t i = 0; i < 3 - padding; ++i)
      bytes += static_cast<char>((group >> (16 - 8 * i)) & 0xFFU);
  }
  return bytes;
}

}  // namespace harness
