#include "report/terminal/difference_text.hpp"

#include <algorithm>

#include "report/terminal/columns.hpp"

namespace harness {
namespace {

constexpr int body_indent = 4;
constexpr int narrowest_diff = 20;
constexpr std::size_t longest_diff = 200;  // lines; the rest is in the JSON report

std::string spaces(int count) {
  return std::string(static_cast<std::size_t>(count), ' ');
}

struct Marker {
  std::string sign;
  Colour colour;
};

Marker marker_of(DiffLine::Kind kind) {
  switch (kind) {
    case DiffLine::Kind::same:
      return {"  ", Colour::plain};
    case DiffLine::Kind::expected:
      return {"- ", Colour::red};
    case DiffLine::Kind::seen:
      return {"+ ", Colour::green};
    case DiffLine::Kind::omitted:
      return {"  ", Colour::dim};
  }
  return {};
}

}  // namespace

std::string shown_path(const std::filesystem::path& path, const std::filesystem::path& base) {
  if (base.empty() || !path.is_absolute()) return path.string();
  const std::filesystem::path relative = path.lexically_relative(base);
  const bool below = !relative.empty() && *relative.begin() != "..";
  return below ? relative.string() : path.string();
}

std::string place_of(const Difference& difference, const std::filesystem::path& base) {
  if (difference.golden.empty()) return "";
  const std::string path = shown_path(difference.golden, base);
  return difference.line > 0 ? path + ":" + std::to_string(difference.line) : path;
}

std::vector<Line> diff_lines(const std::vector<DiffLine>& diff, const Style& style, int indent) {
  std::vector<Line> lines;
  const int room = style.columns <= 0 ? 0 : std::max(style.columns - indent - 2, narrowest_diff);
  for (std::size_t i = 0; i < std::min(diff.size(), longest_diff); ++i) {
    Marker marker = marker_of(diff[i].kind);
    for (const std::string& piece : folded(shown(style, diff[i].text), room)) {
      lines.push_back({{spaces(indent)}, {marker.sign + piece, marker.colour}});
      marker.sign = "  ";
    }
  }
  if (diff.size() > longest_diff) {
    const std::string rest = std::to_string(diff.size() - longest_diff) + " more lines";
    lines.push_back({{spaces(indent)}, {"  " + rest, Colour::dim}});
  }
  return lines;
}

std::vector<Line> difference_lines(const Difference& difference, const Style& style,
                                   const std::filesystem::path& base, bool with_reason) {
  std::vector<Line> lines;
  if (with_reason) lines = paragraph(style, 2, difference.reason);
  const std::string place = place_of(difference, base);
  if (!place.empty()) lines.push_back({{spaces(body_indent)}, {shown(style, place), Colour::cyan}});
  const std::vector<Line> diff = diff_lines(difference.diff, style, body_indent);
  lines.insert(lines.end(), diff.begin(), diff.end());
  return lines;
}

}  // namespace harness
