#include "report/terminal/comparison_lines.hpp"

#include <algorithm>

#include "report/comparison_words.hpp"
#include "report/terminal/summary_lines.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr double most_noise = 20;  // beyond it only a hang would be told

Colour colour_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::newly_failing:
      return Colour::red;
    case ChangeKind::newly_passing:
      return Colour::green;
    case ChangeKind::output:
    case ChangeKind::tree:
    case ChangeKind::timing:
      return Colour::yellow;
    case ChangeKind::only_first:
    case ChangeKind::only_second:
    case ChangeKind::not_compared:
      return Colour::cyan;
  }
  return Colour::plain;
}

class ComparisonLines {
 public:
  ComparisonLines(const RecordComparison& comparison, const Style& style, std::size_t most)
      : comparison_(comparison), style_(style), most_(most) {}

  std::vector<Line> write(const std::vector<MatrixRow>& matrix) {
    for (std::size_t i = 0; i < comparison_.records.size(); ++i)
      add_record(i);
    for (const ComparedRecord& compared : comparison_.compared)
      add_compared(compared);
    if (comparison_.records.size() > 2) add_matrix(matrix);
    return std::move(lines_);
  }

 private:
  void add(int indent, const std::string& text, Colour colour = Colour::plain) {
    for (const Line& line : paragraph(style_, indent, shown(style_, text), colour))
      lines_.push_back(line);
  }

  // A, B, C … for as many as there are letters.
  std::string name_of(std::size_t record) const {
    const std::string letter =
        record < 26 ? std::string(1, static_cast<char>('A' + record)) : harness::format("{}", record + 1);
    return letter + "  " + comparison_.labels[record];
  }

  void add_record(std::size_t record) {
    lines_.push_back({{shown(style_, name_of(record)), Colour::bold}});
    add(3, comparison_.records[record].path.string(), Colour::dim);
    add(3, facts_text(comparison_.records[record]));
  }

  void add_compared(const ComparedRecord& compared) {
    lines_.emplace_back();
    lines_.push_back({{shown(style_, "A against " + name_of(compared.record)), Colour::bold}});
    add_properties(compared.properties);
    for (const ChangeKind kind : all_change_kinds)
      add_kind(compared.changes, kind);
    add_timing(compared.changes);
    const Colour colour = compared.changes.count(ChangeKind::newly_failing) > 0 ? Colour::red : Colour::green;
    add(0, counts_text(compared.changes), colour);
  }

  void add_properties(const std::vector<PropertyDifference>& properties) {
    if (properties.empty()) return add(2, "the records were made under equal conditions", Colour::dim);
    if (properties.size() == 1)
      return add(2, "they differ only by " + property_text(properties.front(), style_.unicode), Colour::cyan);
    add(2, "made under different conditions:", Colour::dim);
    for (const PropertyDifference& difference : properties)
      add(4, property_text(difference, style_.unicode), Colour::dim);
  }

  void add_timing(const Changes& changes) {
    if (changes.compared == 0) return;
    if (changes.noise_ratio > most_noise)
      return add(0,
                 harness::format("times: {:.2f} x overall; too noisy to be compared one by one",
                                 changes.overall_ratio),
                 Colour::dim);
    add(0,
        harness::format("times: {:.2f} x overall; less than {:.1f} x beyond that is noise here",
                        changes.overall_ratio, changes.noise_ratio),
        Colour::dim);
  }

  void add_kind(const Changes& changes, ChangeKind kind) {
    const std::size_t count = changes.count(kind);
    if (count == 0) return;
    lines_.push_back({{harness::format("{} ({})", title_of(kind), count), colour_of(kind)}});
    std::size_t told = 0;
    const std::string* cause = nullptr;
    for (const Change& change : changes.changes) {
      if (change.kind != kind || told == most_) continue;
      if (cause == nullptr || *cause != change.cause) add(2, change.cause, Colour::bold);
      cause = &change.cause;
      add_change(change);
      ++told;
    }
    if (count > told)
      add(2, harness::format("and {} more; --verbose tells them all", count - told), Colour::dim);
  }

  void add_change(const Change& change) {
    std::string text = change.key.scenario + "  " + variant_text(change.key);
    const std::string verdict = verdict_change(change, style_.unicode);
    if (!verdict.empty()) text += ": " + verdict;
    if (change.kind == ChangeKind::timing) text += ": " + time_change(change, style_.unicode);
    add(4, text);
    if (!change.reason.empty()) add(6, change.reason, Colour::dim);
    if (!change.place.empty()) add(6, change.place, Colour::cyan);
    for (const std::string& line : change.before)
      add(6, "- " + line, Colour::red);
    for (const std::string& line : change.after)
      add(6, "+ " + line, Colour::green);
  }

  void add_matrix(const std::vector<MatrixRow>& matrix) {
    lines_.emplace_back();
    const auto differing =
        std::count_if(matrix.begin(), matrix.end(), [](const MatrixRow& row) { return row.differs; });
    lines_.push_back(
        {{harness::format("fail in some records and not in others ({})", differing), Colour::bold}});
    std::size_t told = 0;
    for (const MatrixRow& row : matrix) {
      if (!row.differs || told++ >= most_) continue;
      std::string failing;
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].failed > 0) failing += (failing.empty() ? "" : "; ") + comparison_.labels[i];
      }
      add(2, row.scenario + "  fails in: " + failing);
      if (!row.explanation.empty()) add(4, "differs by " + row.explanation, Colour::cyan);
    }
  }

  const RecordComparison& comparison_;
  Style style_;
  std::size_t most_;
  std::vector<Line> lines_;
};

}  // namespace

std::vector<Line> comparison_lines(const RecordComparison& comparison, const std::vector<MatrixRow>& matrix,
                                   const Style& style, std::size_t most) {
  return ComparisonLines(comparison, style, most).write(matrix);
}

}  // namespace harness
