#include "report/files/comparison_markdown.hpp"

#include <algorithm>

#include "report/comparison_words.hpp"
#include "support/escape.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

std::string facts_of(const RecordComparison& comparison) {
  std::string text = "| record | made on |\n|---|---|\n";
  for (std::size_t i = 0; i < comparison.records.size(); ++i) {
    text += harness::format("| {} | {} |\n", markdown_text(comparison.labels[i]),
                            markdown_text(facts_text(comparison.records[i])));
  }
  return text + "\n";
}

std::string change_text(const Change& change) {
  std::string text =
      "- " + markdown_code(change.key.scenario) + " " + markdown_text(variant_text(change.key));
  const std::string verdict = verdict_change(change, true);
  if (!verdict.empty()) text += ": " + verdict;
  if (change.kind == ChangeKind::timing) text += ": " + time_change(change, true);
  if (!change.reason.empty()) text += "  \n  " + markdown_text(change.reason);
  if (!change.place.empty()) text += "  \n  " + markdown_code(change.place);
  for (const std::string& line : change.before)
    text += "  \n  " + markdown_code("- " + line);
  for (const std::string& line : change.after)
    text += "  \n  " + markdown_code("+ " + line);
  return text + "\n";
}

std::string kind_text(const Changes& changes, ChangeKind kind, std::size_t most) {
  const std::size_t count = changes.count(kind);
  if (count == 0) return "";
  const bool open = kind == ChangeKind::newly_failing;
  std::string text = harness::format("<details{}><summary>{} ({})</summary>\n\n", open ? " open" : "",
                                     title_of(kind), count);
  std::size_t told = 0;
  std::string cause;
  for (const Change& change : changes.changes) {
    if (change.kind != kind || told == most) continue;
    if (change.cause != cause) text += harness::format("\n**{}**\n\n", markdown_text(change.cause));
    cause = change.cause;
    text += change_text(change);
    ++told;
  }
  if (count > told) text += harness::format("\nand {} more\n", count - told);
  return text + "\n</details>\n\n";
}

std::string compared_text(const RecordComparison& comparison, const ComparedRecord& compared,
                          std::size_t most) {
  std::string text =
      harness::format("### {} against {}\n\n{}\n\n", markdown_text(comparison.labels[compared.record]),
                      markdown_text(comparison.labels.front()), markdown_text(counts_text(compared.changes)));
  if (compared.properties.size() == 1) {
    text +=
        "They differ only by " + markdown_text(property_text(compared.properties.front(), true)) + ".\n\n";
  }
  for (const ChangeKind kind : all_change_kinds)
    text += kind_text(compared.changes, kind, most);
  return text;
}

std::string cell_text(const MatrixCell& cell) {
  if (cell.failed > 0) return harness::format("❌ {} of {}", cell.failed, cell.ran());
  if (cell.known > 0) return harness::format("🟡 {} of {}", cell.known, cell.ran());
  if (cell.passed > 0) return harness::format("✅ {}", cell.passed);
  return cell.skipped > 0 ? "skipped" : "";
}

std::string matrix_text(const RecordComparison& comparison, const std::vector<MatrixRow>& matrix,
                        std::size_t most) {
  const auto differing = static_cast<std::size_t>(
      std::count_if(matrix.begin(), matrix.end(), [](const MatrixRow& row) { return row.differs; }));
  if (differing == 0) return "";
  std::string text = "### Fail in some records and not in others\n\n| scenario |";
  for (const std::string& label : comparison.labels)
    text += " " + markdown_text(label) + " |";
  text += " differs by |\n|---|";
  for (std::size_t i = 0; i <= comparison.labels.size(); ++i)
    text += "---|";
  text += "\n";
  std::size_t told = 0;
  for (const MatrixRow& row : matrix) {
    if (!row.differs || told++ >= most) continue;
    text += "| " + markdown_text(row.scenario) + " |";
    for (const MatrixCell& cell : row.cells)
      text += " " + cell_text(cell) + " |";
    text += " " + markdown_text(row.explanation) + " |\n";
  }
  if (differing > most) text += harness::format("\nand {} more\n", differing - most);
  return text;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string escaped;
  for (const char c : visible(text)) {
    if (std::string_view("\\`*_{}[]<>()#+!|~&").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string markdown_code(std::string_view text) {
  const std::string shown = visible(text);
  std::string mark = "`";
  while (shown.find(mark) != std::string::npos)
    mark += '`';
  const std::string pad = shown.starts_with('`') || shown.ends_with('`') ? " " : "";
  return mark + pad + shown + pad + mark;
}

std::string comparison_markdown(const RecordComparison& comparison, const std::vector<MatrixRow>& matrix,
                                std::size_t most) {
  std::size_t failing = 0;
  for (const ComparedRecord& compared : comparison.compared)
    failing += compared.changes.count(ChangeKind::newly_failing);
  std::string text =
      harness::format("## exeunt: {}\n\n",
                      failing == 0 ? "nothing newly fails" : harness::format("{} newly failing", failing));
  text += facts_of(comparison);
  for (const ComparedRecord& compared : comparison.compared)
    text += compared_text(comparison, compared, most);
  if (comparison.records.size() > 2) text += matrix_text(comparison, matrix, most);
  return text;
}

}  // namespace harness
