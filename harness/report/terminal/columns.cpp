#include "report/terminal/columns.hpp"

#include <algorithm>
#include <array>

#include "support/utf8.hpp"

namespace harness {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// The blocks of Unicode's EastAsianWidth.txt that are wide throughout, and the emoji.
constexpr std::array<Range, 14> wide_ranges{{{0x1100, 0x115F},
                                             {0x231A, 0x231B},
                                             {0x23E9, 0x23EC},
                                             {0x2E80, 0x303E},
                                             {0x3041, 0xA4CF},
                                             {0xA960, 0xA97C},
                                             {0xAC00, 0xD7A3},
                                             {0xF900, 0xFAFF},
                                             {0xFE30, 0xFE6F},
                                             {0xFF00, 0xFF60},
                                             {0xFFE0, 0xFFE6},
                                             {0x1F300, 0x1F64F},
                                             {0x1F680, 0x1FAFF},
                                             {0x20000, 0x3FFFD}}};

// The blocks of combining marks, and the selectors that choose how the character before them looks.
constexpr std::array<Range, 5> combining{
    {{0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}}};

template <std::size_t N>
bool in(const std::array<Range, N>& ranges, char32_t code) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [code](const Range& range) { return code >= range.first && code <= range.last; });
}

int width_of(std::string_view character) {
  if (character.size() < 2) return 1;
  const char32_t code = code_point(character);
  if (in(combining, code)) return 0;
  return in(wide_ranges, code) ? 2 : 1;
}

// How many bytes of `text` fit into `columns`.
std::size_t fitting(std::string_view text, int columns) {
  std::size_t bytes = 0;
  int used = 0;
  while (bytes < text.size()) {
    const std::string_view character = first_character(text.substr(bytes));
    used += width_of(character);
    if (used > columns) break;
    bytes += character.size();
  }
  return bytes;
}

// Behind the last space that leaves the line at least half full, or where it must be.
std::size_t fold_at(std::string_view text, int columns) {
  const std::size_t most = std::max(fitting(text, columns), first_character(text).size());
  if (most == text.size()) return most;
  const std::size_t space = text.substr(0, most).find_last_of(' ');
  return space != std::string_view::npos && space >= most / 2 ? space + 1 : most;
}

}  // namespace

int columns_of(std::string_view text) {
  int columns = 0;
  while (!text.empty()) {
    const std::string_view character = first_character(text);
    columns += width_of(character);
    text.remove_prefix(character.size());
  }
  return columns;
}

std::string cut(std::string_view text, int columns, std::string_view mark) {
  if (columns_of(text) <= columns) return std::string(text);
  const int room = columns - columns_of(mark);
  if (room <= 0) return std::string(text.substr(0, fitting(text, std::max(columns, 0))));
  return std::string(text.substr(0, fitting(text, room))) + std::string(mark);
}

std::string padded(std::string_view text, int columns) {
  const int missing = columns - columns_of(text);
  return std::string(text) + std::string(static_cast<std::size_t>(std::max(missing, 0)), ' ');
}

std::vector<std::string> folded(std::string_view text, int columns) {
  std::vector<std::string> lines;
  if (columns <= 0) return {std::string(text)};
  do {
    const std::size_t bytes = text.empty() ? 0 : fold_at(text, columns);
    lines.emplace_back(text.substr(0, bytes));
    text.remove_prefix(bytes);
  } while (!text.empty());
  return lines;
}

std::vector<std::string> wrapped(std::string_view text, int columns) {
  if (columns <= 0) return {std::string(text)};
  std::vector<std::string> lines{""};
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    std::vector<std::string> word = folded(text.substr(0, end), columns);
    text.remove_prefix(std::min(end + 1, text.size()));
    const int room = columns - columns_of(lines.back()) - (lines.back().empty() ? 0 : 1);
    if (word.size() == 1 && columns_of(word.front()) <= room) {
      if (!lines.back().empty()) lines.back() += ' ';
      lines.back() += word.front();
      continue;
    }
    if (lines.back().empty()) lines.pop_back();
    lines.insert(lines.end(), word.begin(), word.end());
  }
  return lines;
}

}  // namespace harness
