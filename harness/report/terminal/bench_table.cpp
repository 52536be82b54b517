#include "report/terminal/bench_table.hpp"

#include <algorithm>

#include "report/terminal/columns.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr int name_columns = 33;
constexpr int table_columns = 79;

std::string first_word(const std::string& name) {
  return name.substr(0, name.find('/'));
}

std::string rest_of(const std::string& name) {
  const std::size_t slash = name.find('/');
  return slash == std::string::npos ? name : name.substr(slash + 1);
}

std::string digits(double value) {
  if (value >= 99.95) return harness::format("{:.0f}", value);
  return value >= 9.995 ? harness::format("{:.1f}", value) : harness::format("{:.2f}", value);
}

std::string ratio_text(const BenchMeasurement& m) {
  if (m.reached() == 0) return "";
  return digits(m.reached()) + (m.target_in_units ? " U" : "  ");
}

std::string target_text(const BenchMeasurement& m) {
  if (!m.target) return "";
  return harness::format("{:.2f}{}", *m.target, m.target_in_units ? " U" : "  ");
}

Line row(const BenchMeasurement& m, const Style& style) {
  const auto time = [&](double microseconds) {
    return microseconds == 0 ? std::string() : short_duration(microseconds, style.unicode);
  };
  const std::string name = cut(rest_of(m.name), name_columns - 2, "~");
  const Colour colour = !m.target ? Colour::plain : m.within_target() ? Colour::green : Colour::red;
  const auto right = [](const std::string& text, int width) {
    return std::string(static_cast<std::size_t>(std::max(width - columns_of(text), 0)), ' ') + text;
  };
  return {{"  " + padded(name, name_columns - 2)},
          {right(time(m.p50_us()), 9)},
          {right(time(m.p99_us()), 9)},
          {right(time(m.floor_p50_us()), 9)},
          {right(ratio_text(m), 10), colour},
          {right(target_text(m), 8), Colour::dim}};
}

Line heading(const std::string& group) {
  return {{padded(group, name_columns), Colour::bold},
          {harness::format("{:>9}{:>9}{:>9}{:>8}  {:>6}", "p50", "p99", "floor", "ratio", "target"),
           Colour::dim}};
}

std::vector<std::string> groups_of(const std::vector<BenchMeasurement>& measurements) {
  std::vector<std::string> groups;
  for (const BenchMeasurement& m : measurements) {
    const std::string group = first_word(m.name);
    if (m.skipped.empty() && std::find(groups.begin(), groups.end(), group) == groups.end())
      groups.push_back(group);
  }
  return groups;
}

Style at_most(Style style, int columns) {
  if (style.columns <= 0 || style.columns > columns) style.columns = columns;
  return style;
}

void append_group(std::vector<Line>& lines, const std::vector<BenchMeasurement>& measurements,
                  const std::string& group, const Style& style) {
  std::vector<std::string> floors;
  lines.push_back(heading(group));
  for (const BenchMeasurement& m : measurements) {
    if (!m.skipped.empty() || first_word(m.name) != group) continue;
    lines.push_back(row(m, style));
    if (std::find(floors.begin(), floors.end(), m.floor) == floors.end()) floors.push_back(m.floor);
  }
  std::string named;
  for (const std::string& floor : floors)
    named += (named.empty() ? "floors: " : "; ") + floor;
  append(lines, paragraph(style, 2, shown(style, named), Colour::dim));
  lines.emplace_back();
}

void append_skipped(std::vector<Line>& lines, const std::vector<BenchMeasurement>& measurements,
                    const Style& style) {
  const std::size_t before = lines.size();
  for (const BenchMeasurement& m : measurements) {
    if (m.skipped.empty()) continue;
    if (lines.size() == before) lines.push_back({{"not measured", Colour::bold}});
    append(lines, paragraph(style, 2, shown(style, m.name + ": " + m.skipped),
                            m.failed ? Colour::red : Colour::yellow));
  }
  if (lines.size() != before) lines.emplace_back();
}

void append_summary(std::vector<Line>& lines, const std::vector<BenchMeasurement>& measurements,
                    const Style& style) {
  const auto has_target = [](const BenchMeasurement& m) { return m.skipped.empty() && m.target.has_value(); };
  const auto targets = std::count_if(measurements.begin(), measurements.end(), has_target);
  const auto reached =
      std::count_if(measurements.begin(), measurements.end(),
                    [&](const BenchMeasurement& m) { return has_target(m) && m.within_target(); });
  append(lines,
         paragraph(
             style, 0,
             harness::format("{} measurements; {} of {} targets reached. Ratios are of medians, to the floor "
                             "measured in turn with it; U is the bare start of the smallest program.",
                             measurements.size(), reached, targets)));
}

}  // namespace

std::string short_duration(double microseconds, bool unicode) {
  if (microseconds < 999.5) return digits(microseconds) + (unicode ? " µs" : " us");
  if (microseconds < 999'500) return digits(microseconds / 1e3) + " ms";
  return digits(microseconds / 1e6) + " s";
}

std::vector<Line> bench_table(const std::vector<BenchMeasurement>& measurements, const Style& given) {
  const Style style = at_most(given, table_columns);
  std::vector<Line> lines;
  for (const std::string& group : groups_of(measurements))
    append_group(lines, measurements, group, style);
  append_skipped(lines, measurements, style);
  append_summary(lines, measurements, style);
  return lines;
}

}  // namespace harness
