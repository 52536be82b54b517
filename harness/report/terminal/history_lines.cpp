#include "report/terminal/history_lines.hpp"

#include <algorithm>
#include <array>

#include "model/names.hpp"
#include "report/terminal/summary_lines.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr std::size_t most_records = 60;  // in a strip; the latest

struct OutcomesSign {
  const char* plain;
  const char* ascii;
  Colour colour;
};

OutcomesSign sign_of(Outcomes outcomes) {
  switch (outcomes) {
    case Outcomes::passed:
      return {"✓", ".", Colour::green};
    case Outcomes::failed:
      return {"✗", "F", Colour::red};
    case Outcomes::mixed:
      return {"≈", "~", Colour::yellow};
    case Outcomes::skipped:
      return {"–", "-", Colour::cyan};
  }
  return {"", "", Colour::plain};
}

std::vector<PastRecord> latest(const std::vector<PastRecord>& records) {
  const std::size_t count = std::min(records.size(), most_records);
  return {records.end() - static_cast<std::ptrdiff_t>(count), records.end()};
}

Line strip(const RunHistory& history, const Style& style) {
  Line line{{"  "}};
  for (const PastRecord& record : latest(history.records)) {
    const OutcomesSign sign = sign_of(record.outcomes);
    line.push_back({style.unicode ? sign.plain : sign.ascii, sign.colour});
  }
  return line;
}

std::string counts(const RunHistory& history) {
  return harness::format("{} records, {} runs, {} failed, flake rate {:.1f} %", history.records.size(),
                         history.runs, history.failed, 100 * history.flake_rate);
}

Line times(const RunHistory& history, const Style& style) {
  std::vector<double> values;
  for (const PastRecord& record : latest(history.records))
    values.push_back(record.median_ms);
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  if (least == values.end()) return {};
  return {
      {"  " + spark_line(values, style.unicode), Colour::cyan},
      {harness::format("  {} to {}, latest {}", duration(*least), duration(*most), duration(values.back()))}};
}

std::string bad_text(const RunHistory& history) {
  const PastRun& bad = *history.bad;
  std::string text = history.still_failing ? "failing since " : "last failed ";
  text += bad.started.empty() ? bad.record : bad.started;
  if (!bad.suite.empty()) text += ", suite " + bad.suite;
  if (!bad.version.empty()) text += ", " + history.key.implementation + " " + bad.version;
  text += ": " + std::string(to_string(bad.verdict));
  return bad.reason.empty() ? text : text + ", " + bad.reason;
}

}  // namespace

std::string spark_line(const std::vector<double>& values, bool unicode) {
  static constexpr std::array<const char*, 8> bars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  std::string text;
  for (const double value : values) {
    const double share = *most > *least ? (value - *least) / (*most - *least) : 0;
    const auto height = static_cast<std::size_t>(share * 7 + 0.5);
    text += unicode ? std::string(bars.at(height)) : std::to_string(height + 1);
  }
  return text;
}

std::vector<Line> history_lines(const std::vector<RunHistory>& histories, const Style& style) {
  std::vector<Line> lines;
  for (const RunHistory& history : histories) {
    lines.push_back({{shown(style, history.key.scenario), Colour::bold},
                     {"  " + shown(style, variant_text(history.key))}});
    lines.push_back(strip(history, style));
    lines.push_back({{"  " + counts(history)}});
    lines.push_back(times(history, style));
    if (history.bad) {
      const Colour colour = history.still_failing ? Colour::red : Colour::yellow;
      for (const Line& line : paragraph(style, 2, shown(style, bad_text(history)), colour))
        lines.push_back(line);
    }
  }
  return lines;
}

}  // namespace harness
