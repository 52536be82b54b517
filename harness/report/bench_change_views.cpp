#include "report/bench_change_views.hpp"

#include <algorithm>

#include "report/files/comparison_markdown.hpp"
#include "report/terminal/columns.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

using Kind = BenchChange::Kind;

constexpr int columns_of_name = 40;

const char* word_of(Kind kind) {
  switch (kind) {
    case Kind::slower:
      return "slower";
    case Kind::faster:
      return "faster";
    case Kind::same:
      return "same";
    case Kind::hidden:
      return "hidden";
    case Kind::only_first:
      return "only_here";
    case Kind::only_second:
      return "only_there";
  }
  return "";
}

Colour colour_of(Kind kind) {
  switch (kind) {
    case Kind::slower:
      return Colour::red;
    case Kind::faster:
      return Colour::green;
    case Kind::same:
      return Colour::plain;
    case Kind::hidden:
      return Colour::yellow;
    case Kind::only_first:
    case Kind::only_second:
      return Colour::cyan;
  }
  return Colour::plain;
}

std::string percent(double ratio) {
  return harness::format("{:+.1f} %", (ratio - 1) * 100);
}

// What the two runs say, as a sentence.
std::string finding_of(const BenchChange& change) {
  const std::string within = harness::format("{:.1f} %", (change.resolution - 1) * 100);
  switch (change.kind) {
    case Kind::slower:
    case Kind::faster:
      return percent(change.change) + " " + word_of(change.kind) + ", beyond the noise of " + within;
    case Kind::same:
      return "no change beyond the noise of " + within;
    case Kind::hidden:
      return "the noise of " + within + " hides the answer; measure longer, or on a machine at rest";
    case Kind::only_first:
      return "only measured here";
    case Kind::only_second:
      return "only measured there";
  }
  return "";
}

std::string counts_of(const std::vector<BenchChange>& changes) {
  const auto count = [&](Kind kind) {
    return std::count_if(changes.begin(), changes.end(),
                         [&](const BenchChange& c) { return c.kind == kind; });
  };
  return harness::format(
      "{} measurements: {} slower, {} faster, {} the same, {} hidden by noise, {} only here, {} only there",
      changes.size(), count(Kind::slower), count(Kind::faster), count(Kind::same), count(Kind::hidden),
      count(Kind::only_first), count(Kind::only_second));
}

std::string ratio_text(double ratio) {
  return ratio > 0 ? harness::format("{:.2f}", ratio) : "";
}

}  // namespace

std::vector<Line> bench_change_lines(const std::vector<BenchChange>& changes, const Style& style) {
  std::vector<Line> lines{{{padded("ratio to the floor", columns_of_name), Colour::bold},
                           {harness::format("{:>8}{:>8}", "here", "there"), Colour::dim}}};
  for (const BenchChange& change : changes) {
    lines.push_back({{padded(cut(shown(style, change.name), columns_of_name - 1, "~"), columns_of_name)},
                     {harness::format("{:>8}{:>8}  ", ratio_text(change.first), ratio_text(change.second))},
                     {finding_of(change), colour_of(change.kind)}});
  }
  for (const Line& line : paragraph(style, 0, counts_of(changes), Colour::bold))
    lines.push_back(line);
  return lines;
}

std::string bench_change_markdown(const std::vector<BenchChange>& changes) {
  std::string text = "| ratio to the floor | here | there | |\n|---|---|---|---|\n";
  for (const BenchChange& change : changes) {
    text += harness::format("| {} | {} | {} | {} |\n", markdown_text(change.name), ratio_text(change.first),
                            ratio_text(change.second), markdown_text(finding_of(change)));
  }
  return text + "\n" + counts_of(changes) + "\n";
}

Json bench_change_json(const std::vector<BenchChange>& changes) {
  Json list = Json::array();
  for (const BenchChange& change : changes) {
    const bool both = change.kind != Kind::only_first && change.kind != Kind::only_second;
    list.push_back({{"name", change.name},
                    {"kind", word_of(change.kind)},
                    {"ratio_first", change.first > 0 ? Json(change.first) : Json(nullptr)},
                    {"ratio_second", change.second > 0 ? Json(change.second) : Json(nullptr)},
                    {"change", both ? Json(change.change) : Json(nullptr)},
                    {"resolution", both ? Json(change.resolution) : Json(nullptr)}});
  }
  return {{"format", 1}, {"changes", list}};
}

}  // namespace harness
