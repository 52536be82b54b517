#include "report/pages/comparison_page.hpp"

#include <algorithm>

#include "report/comparison_words.hpp"
#include "report/pages/page.hpp"
#include "report/pages/pages.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr std::size_t most_changes = 200;  // of a kind
constexpr std::size_t most_rows = 2000;

const char* verdict_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::newly_failing:
      return "fail";
    case ChangeKind::newly_passing:
      return "pass";
    case ChangeKind::output:
    case ChangeKind::tree:
    case ChangeKind::timing:
      return "known_fail";
    case ChangeKind::only_first:
    case ChangeKind::only_second:
    case ChangeKind::not_compared:
      return "skip";
  }
  return "skip";
}

Json change_json(const Change& change) {
  std::string lines;
  for (const std::string& line : change.before)
    lines += "- " + line + "\n";
  for (const std::string& line : change.after)
    lines += "+ " + line + "\n";
  const std::string what =
      change.kind == ChangeKind::timing ? time_change(change, true) : verdict_change(change, true);
  return {{"scenario", change.key.scenario},
          {"variant", variant_text(change.key)},
          {"what", what},
          {"has_reason", !change.reason.empty()},
          {"reason", change.reason},
          {"has_place", !change.place.empty()},
          {"place", change.place},
          {"has_lines", !lines.empty()},
          {"lines", lines}};
}

Json groups_json(const Changes& changes, ChangeKind kind) {
  std::vector<std::pair<std::string, Json>> by_cause;
  std::size_t shown = 0;
  for (const Change& change : changes.changes) {
    if (change.kind != kind || shown++ >= most_changes) continue;
    if (by_cause.empty() || by_cause.back().first != change.cause)
      by_cause.emplace_back(change.cause, Json::array());
    by_cause.back().second.push_back(change_json(change));
  }
  Json groups = Json::array();
  for (const auto& [cause, its_changes] : by_cause)
    groups.push_back({{"cause", cause}, {"changes", its_changes}});
  return groups;
}

Json kinds_json(const Changes& changes) {
  Json kinds = Json::array();
  for (const ChangeKind kind : all_change_kinds) {
    const std::size_t count = changes.count(kind);
    if (count == 0) continue;
    const std::string more = count > most_changes ? harness::format("and {} more", count - most_changes) : "";
    kinds.push_back({{"title", std::string(title_of(kind))},
                     {"count", count},
                     {"open", kind == ChangeKind::newly_failing},
                     {"verdict", verdict_of(kind)},
                     {"groups", groups_json(changes, kind)},
                     {"more", more}});
  }
  return kinds;
}

Json records_json(const RecordComparison& comparison) {
  Json records = Json::array();
  for (std::size_t i = 0; i < comparison.records.size(); ++i) {
    Json properties = Json::array();
    if (i > 0) {
      for (const PropertyDifference& one : comparison.compared[i - 1].properties)
        properties.push_back(property_text(one, true));
    }
    records.push_back({{"label", comparison.labels[i]},
                       {"facts", facts_text(comparison.records[i])},
                       {"properties", properties}});
  }
  return records;
}

Json compared_json(const RecordComparison& comparison) {
  Json list = Json::array();
  for (const ComparedRecord& compared : comparison.compared) {
    const bool has_common_runs = compared.changes.compared > 0;
    list.push_back({{"label", comparison.labels[compared.record]},
                    {"first", comparison.labels.front()},
                    {"counts", counts_text(compared.changes)},
                    {"kinds", has_common_runs ? kinds_json(compared.changes) : Json::array()},
                    {"nothing_common", !has_common_runs}});
  }
  return list;
}

Json cell_json(const MatrixCell& cell) {
  std::string tip = harness::format("{} passed, {} failed, {} known failures, {} skipped", cell.passed,
                                    cell.failed, cell.known, cell.skipped);
  for (const std::string& variant : cell.failing)
    tip += "; fails: " + variant;
  const std::string verdict = cell.failed > 0    ? "fail"
                              : cell.known > 0   ? "known_fail"
                              : cell.passed > 0  ? "pass"
                              : cell.skipped > 0 ? "skip"
                                                 : "none";
  const std::string text = cell.failed > 0   ? harness::format("✗ {} of {}", cell.failed, cell.ran())
                           : cell.known > 0  ? harness::format("known {} of {}", cell.known, cell.ran())
                           : cell.passed > 0 ? harness::format("✓ {}", cell.passed)
                                             : std::string("–");
  return {{"verdict", verdict}, {"tip", tip}, {"text", text}};
}

// Rows that differ come first where not all are shown.
Json rows_json(const std::vector<MatrixRow>& matrix) {
  std::vector<const MatrixRow*> order;
  for (const MatrixRow& row : matrix)
    order.push_back(&row);
  if (order.size() > most_rows) {
    std::stable_partition(order.begin(), order.end(), [](const MatrixRow* row) { return row->differs; });
    order.resize(most_rows);
  }
  Json rows = Json::array();
  for (const MatrixRow* row : order) {
    Json cells = Json::array();
    for (const MatrixCell& cell : row->cells)
      cells.push_back(cell_json(cell));
    rows.push_back({{"scenario", row->scenario},
                    {"explained", !row->explanation.empty()},
                    {"explanation", row->explanation},
                    {"cells", cells}});
  }
  return rows;
}

// A browser may break the line there: "python:multiprocess" needs half the width.
std::string with_break_after_colon(const std::string& label) {
  constexpr std::string_view zero_width_space = "\u200b";
  std::string text = label;
  const std::size_t colon = text.find(':');
  if (colon != std::string::npos) text.insert(colon + 1, zero_width_space);
  return text;
}

std::string headline_of(const RecordComparison& comparison) {
  std::size_t failing = 0;
  for (const ComparedRecord& compared : comparison.compared)
    failing += compared.changes.count(ChangeKind::newly_failing);
  if (failing == 0) return harness::format("{} records, nothing newly fails", comparison.records.size());
  return harness::format("{} records, {} newly failing", comparison.records.size(), failing);
}

}  // namespace

std::string comparison_page(const RecordComparison& comparison, const std::vector<MatrixRow>& matrix) {
  Json heads = Json::array();
  for (const std::string& label : comparison.labels)
    heads.push_back(with_break_after_colon(label));
  const std::string more =
      matrix.size() > most_rows ? harness::format("and {} more scenarios", matrix.size() - most_rows) : "";
  return render_page(pages::compare_html, {{"headline", headline_of(comparison)},
                                           {"css", std::string(pages::site_css)},
                                           {"records", records_json(comparison)},
                                           {"compared", compared_json(comparison)},
                                           {"heads", heads},
                                           {"rows", rows_json(matrix)},
                                           {"more_rows", more}});
}

}  // namespace harness
