#include "report/pages/bench_page.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "report/pages/svg_chart.hpp"
#include "report/terminal/bench_table.hpp"
#include "support/escape.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr std::string_view methods[] = {"fork", "spawn", "forkserver"};

constexpr std::string_view page_style = R"(
:root { color-scheme: light dark; --back: #fcfcfa; --text: #1d2126; --dim: #626a73; --grid: #e2e4e6; --floor: #1d2126;
  --s0: #2f6fd0; --s1: #c2560c; --s2: #2b8a57; --s3: #8a4bb8; --s4: #8d949c; --s5: #b3261e; --good: #2b7a4b;
  --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --back: #15181c; --text: #e4e7ea; --dim: #9aa3ad; --grid: #2c3239;
  --floor: #e4e7ea; --s0: #79aaf7; --s1: #f09a55; --s2: #67c78f; --s3: #c79bec; --s4: #7d858e; --s5: #f2867c;
  --good: #67c78f; --bad: #f2867c; } }
body { background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto;
  max-width: 84rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2.5rem 0 .3rem; }
p { color: var(--dim); margin: .2rem 0 1rem; max-width: 60rem; }
.charts { display: grid; gap: 1.5rem 2rem; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); }
.bars { display: grid; gap: 2rem; grid-template-columns: repeat(auto-fill, minmax(34rem, 1fr)); }
@media (max-width: 38rem) { .charts, .bars { grid-template-columns: 1fr; } }
svg { width: 100%; height: auto; } svg text { fill: var(--text); font: 11px system-ui, sans-serif; }
svg .title { font-size: 13px; font-weight: 600; } svg .axis { fill: var(--dim); }
svg .middle { text-anchor: middle; } svg .end { text-anchor: end; }
svg .grid { stroke: var(--grid); } svg .floor { stroke: var(--floor); stroke-width: 1.5; stroke-dasharray: 5 3; }
svg .curve { fill: none; stroke-width: 2; } svg .dashed { stroke-dasharray: 5 4; stroke-width: 1.5; }
svg .s0 { stroke: var(--s0); } svg .s1 { stroke: var(--s1); } svg .s2 { stroke: var(--s2); }
svg .s3 { stroke: var(--s3); } svg .s4 { stroke: var(--s4); } svg .s5 { stroke: var(--s5); }
svg .dot.s0, svg .bar.s0 { fill: var(--s0); } svg .dot.s1, svg .bar.s1 { fill: var(--s1); }
svg .dot.s2, svg .bar.s2 { fill: var(--s2); } svg .dot.s3, svg .bar.s3 { fill: var(--s3); }
svg .dot.s4, svg .bar.s4 { fill: var(--s4); } svg .dot.s5, svg .bar.s5 { fill: var(--s5); }
svg .bar { stroke: none; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--grid); padding: .15rem .8rem .15rem 0; text-align: right; white-space: nowrap; }
th:first-child, td:first-child, th:last-child, td:last-child { text-align: left; }
th { color: var(--dim); font-weight: 500; } .good { color: var(--good); } .bad { color: var(--bad); }
)";

const BenchMeasurement* find(const BenchResults& results, const std::string& name) {
  for (const BenchMeasurement& m : results.measurements) {
    if (m.name == name && m.skipped.empty()) return &m;
  }
  return nullptr;
}

std::string section(const std::string& title, const std::string& explanation, const std::string& css,
                    const std::string& content) {
  if (content.empty()) return "";
  return harness::format("<h2>{}</h2>\n<p>{}</p>\n<div class=\"{}\">\n{}</div>\n", html(title),
                         html(explanation), css, content);
}

std::vector<ChartPoint> distribution(const std::map<double, double>& quantiles) {
  std::vector<ChartPoint> points;
  for (const auto& [share, microseconds] : quantiles) {
    if (share < 1 && microseconds > 0) points.push_back({microseconds, share});
  }
  return points;
}

std::string distributions(const BenchResults& results) {
  std::string charts;
  for (const std::string_view part : {"start", "join", "start_join"}) {
    for (const std::string_view method : methods) {
      const std::string name = harness::format("{}/{}", part, method);
      const BenchMeasurement* m = find(results, name);
      if (m == nullptr) continue;
      charts += line_chart(name, {"microseconds"}, {"share of samples", false},
                           {{name, 0, false, distribution(m->quantiles)},
                            {m->floor, 4, true, distribution(m->floor_quantiles)}});
    }
  }
  return section(
      "How long it takes",
      "The share of starts and joins that took no longer. start: until start() returned; join: from the "
      "child's last instruction until its status is in hand; start_join: both. Dashed: the floor.",
      "charts", charts);
}

// The number between `prefix` and `suffix`, or nothing.
std::optional<double> number_within(std::string_view name, std::string_view prefix, std::string_view suffix) {
  if (!name.starts_with(prefix) || !name.ends_with(suffix)) return std::nullopt;
  const std::string_view digits = name.substr(prefix.size(), name.size() - prefix.size() - suffix.size());
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value <= 0) return std::nullopt;
  return value;
}

using Height = double (*)(const BenchMeasurement&);

ChartSeries sweep(const BenchResults& results, const std::string& name, int colour, const std::string& prefix,
                  const std::string& suffix, Height height) {
  ChartSeries series{name, colour, false, {}};
  for (const BenchMeasurement& m : results.measurements) {
    const std::optional<double> x = number_within(m.name, prefix, suffix);
    if (x && m.skipped.empty() && height(m) > 0) series.points.push_back({*x, height(m)});
  }
  std::sort(series.points.begin(), series.points.end(),
            [](const ChartPoint& a, const ChartPoint& b) { return a.x < b.x; });
  return series;
}

double in_units(const BenchMeasurement& m) {
  return m.units_p50;
}

double floor_in_units(const BenchMeasurement& m) {
  return m.ratio_p50 > 0 ? m.units_p50 / m.ratio_p50 : 0;
}

std::string sweep_chart(const BenchResults& results, const std::string& title, const std::string& axis,
                        const std::string& prefix, const std::string& suffix) {
  std::vector<ChartSeries> series;
  int colour = 0;
  const auto add = [&](ChartSeries one, bool dashed) {
    one.dashed = dashed;
    if (!one.points.empty()) series.push_back(std::move(one));
  };
  for (const std::string_view method : methods) {
    const std::string name(method);
    const std::string start = "start_join/" + name + "/" + prefix;
    add(sweep(results, name, colour, start, suffix, in_units), false);
    add(sweep(results, "floor of " + name, colour, start, suffix, floor_in_units), true);
    ++colour;
  }
  add(sweep(results, "the launcher alone", colour, "start_program/launcher/" + prefix, suffix, in_units),
      false);
  const bool drawn =
      std::any_of(series.begin(), series.end(), [](const ChartSeries& s) { return s.points.size() > 1; });
  return drawn ? line_chart(title, {axis}, {"start and join, in U"}, series) : "";
}

ChartSeries growth(const BenchResults& results, const std::string& things, const std::string& name,
                   int colour, Height height) {
  const std::string thing = things.substr(0, things.size() - 1);
  ChartSeries whole = sweep(results, name, colour, "harness/", "_" + things + "/exeunt_adopt", height);
  const ChartSeries one = sweep(results, "", colour, "harness/", "_" + thing + "/exeunt_adopt", height);
  whole.points.insert(whole.points.begin(), one.points.begin(), one.points.end());
  return whole;
}

std::string harness_growth(const BenchResults& results, const std::string& title, const std::string& axis,
                           const std::string& things, const std::string& floor_name) {
  const ChartSeries whole =
      growth(results, things, "exeunt, wall", 0, [](const BenchMeasurement& m) { return m.p50_us() / 1e3; });
  ChartSeries floor = growth(results, things, floor_name, 4,
                             [](const BenchMeasurement& m) { return m.floor_p50_us() / 1e3; });
  floor.dashed = true;
  if (whole.points.size() < 2) return "";
  return line_chart(title, {axis}, {"milliseconds"}, {whole, floor});
}

std::string sweeps(const BenchResults& results) {
  const std::string charts =
      sweep_chart(results, "Memory in 4 KB pages", "memory of the parent, MB", "rss_", "MB") +
      sweep_chart(results, "Memory in huge pages", "memory of the parent, MB", "rss_", "MB_huge") +
      sweep_chart(results, "Open descriptors", "descriptors of the parent", "fds_", "") +
      sweep_chart(results, "Living children", "children of the parent", "children_", "") +
      sweep_chart(results, "Threads", "threads of the parent", "threads_", "") +
      harness_growth(results, "The harness, by programs", "programs", "programs", "bare loop, wall") +
      harness_growth(results, "Programs that sleep, all at once", "programs at once", "sleepers",
                     "their sleep");
  return section(
      "What it grows with",
      "Medians on logarithmic axes. U is the bare start of the smallest program, measured in turn. Dashed: "
      "the floor under the same conditions.",
      "charts", charts);
}

std::string bars(const BenchResults& results, const std::string& title, const std::string& axis,
                 const std::string& prefix, const std::string& suffix, Height height) {
  std::vector<ChartBar> found;
  for (const BenchMeasurement& m : results.measurements) {
    if (!m.skipped.empty() || !m.name.starts_with(prefix) || !m.name.ends_with(suffix) || height(m) <= 0)
      continue;
    const std::string name = m.name.substr(prefix.size(), m.name.size() - prefix.size() - suffix.size());
    if (name.find('/') != std::string::npos || name.ends_with("_over_posix_spawn")) continue;
    const bool ours = !name.starts_with("cpython") &&
                      (name.starts_with("launcher") || name.starts_with("exeunt") || prefix == "start_join/");
    found.push_back({name, height(m), harness::format("{:.3g}", height(m)), ours ? 0 : 4});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const ChartBar& a, const ChartBar& b) { return a.value < b.value; });
  return found.empty() ? "" : bar_chart(title, axis, found);
}

std::string peers(const BenchResults& results) {
  const auto ratio = [](const BenchMeasurement& m) { return m.ratio_p50; };
  std::string charts =
      bars(results, "Start a program and wait", "U", "start_program/", "", in_units) +
      bars(results, "The same, 256 MB in the parent", "U", "start_program/", "/rss_256MB", in_units) +
      bars(results, "Start methods", "U", "start_join/", "", in_units);
  for (const BenchMeasurement& m : results.measurements) {
    if (!m.name.starts_with("harness/") || !m.name.ends_with("/exeunt_adopt") || !m.skipped.empty()) continue;
    const std::string load = m.name.substr(8, m.name.size() - 8 - 13);
    if (load.find("000_") == std::string::npos && load.find("_sleepers") == std::string::npos) continue;
    charts +=
        bars(results, "Harnesses: " + load, "wall time, of " + m.floor, "harness/" + load + "/", "", ratio);
  }
  return section("Beside others", "Medians; the dashed line is the floor. Blue: this project.", "bars",
                 charts);
}

std::string table_row(const BenchMeasurement& m) {
  if (!m.skipped.empty()) {
    return harness::format("<tr><td>{}</td><td colspan=\"6\"></td><td>not measured: {}</td></tr>\n",
                           html(m.name), html(m.skipped));
  }
  const auto time = [](double us) { return us > 0 ? html(short_duration(us, true)) : std::string(); };
  const std::string target =
      m.target ? harness::format("{:.2f}{}", *m.target, m.target_in_units ? " U" : "") : "";
  return harness::format(
      "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td class=\"{}\">{:.2f}{}</td><td>{}</td><td>{}</td>"
      "<td>{}</td></tr>\n",
      html(m.name), time(m.p50_us()), time(m.p99_us()), time(m.floor_p50_us()),
      !m.target           ? ""
      : m.within_target() ? "good"
                          : "bad",
      m.reached(), m.target_in_units ? " U" : "", target, m.samples, html(m.floor));
}

std::string table(const BenchResults& results) {
  std::string rows;
  for (const BenchMeasurement& m : results.measurements)
    rows += table_row(m);
  return section(
      "Everything", "Times are wall time, but for names that end in cpu.", "wide",
      "<table>\n<tr><th>name</th><th>p50</th><th>p99</th><th>floor, p50</th><th>ratio</th><th>target</th>"
      "<th>samples</th><th>floor</th></tr>\n" +
          rows + "</table>\n");
}

}  // namespace

std::string bench_page(const BenchResults& results) {
  const Platform& p = results.platform;
  return harness::format(
             "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
             "<title>exeunt bench</title>\n<style>{}</style>\n</head>\n<body>\n<h1>What a process "
             "costs</h1>\n"
             "<p>exeunt {}, {}: {}, Linux {}, {}, {}, {}, {} processors</p>\n",
             page_style, html(results.exeunt), html(results.started), html(p.distribution), html(p.kernel),
             html(p.architecture), html(p.libc), html(p.compiler), p.cpus) +
         distributions(results) + sweeps(results) + peers(results) + table(results) + "</body>\n</html>\n";
}

}  // namespace harness
