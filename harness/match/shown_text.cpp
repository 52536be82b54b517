#include "match/shown_text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "support/escape.hpp"

namespace harness {
namespace {

constexpr std::size_t longest_quote = 100;
constexpr std::size_t longest_line = 200;

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Cuts at character boundaries, so that the cut itself does not look like broken UTF-8.
std::string cut(std::string_view line, std::size_t interesting, std::size_t longest) {
  if (line.size() <= longest) return visible(line);
  std::size_t from =
      interesting > longest / 2 ? std::min(interesting - longest / 2, line.size() - longest) : 0;
  std::size_t to = from + longest;
  for (int i = 0; i < 3 && from > 0 && continues_character(line[from]); ++i)
    --from;
  for (int i = 0; i < 3 && to < line.size() && continues_character(line[to]); ++i)
    ++to;
  return (from > 0 ? "…" : "") + visible(line.substr(from, to - from)) + (to < line.size() ? "…" : "");
}

}  // namespace

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string quoted_text(std::string_view line) {
  std::string text = "\"" + cut(line, 0, longest_quote) + "\"";
  if (line.size() > longest_quote) text += " (" + counted(line.size(), "byte") + ")";
  return text;
}

std::string shown_line(std::string_view line, std::size_t interesting) {
  std::string text = cut(line, interesting, longest_line);
  if (line.size() > longest_line) text += " (" + counted(line.size(), "byte") + ")";
  return text;
}

std::size_t first_difference(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

std::string counted(std::size_t count, std::string_view singular) {
  return grouped(count) + " " + std::string(singular) + (count == 1 ? "" : "s");
}

std::string without_terminal_line_ends(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  while (true) {
    const std::size_t end = text.find("\r\n");
    clean += text.substr(0, end);
    if (end == std::string_view::npos) return clean;
    text.remove_prefix(end + 1);
  }
}

std::string duration_text(double ms) {
  std::array<char, 32> buffer{};
  if (ms < 1000) {
    std::snprintf(buffer.data(), buffer.size(), ms < 10 && ms != static_cast<int>(ms) ? "%.1f ms" : "%.0f ms",
                  ms);
  } else {
    std::snprintf(buffer.data(), buffer.size(), "%.4g s", ms / 1000);
  }
  return buffer.data();
}

}  // namespace harness
