#include "report/comparison_words.hpp"

#include "model/names.hpp"
#include "report/terminal/summary_lines.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

const char* arrow(bool unicode) {
  return unicode ? " → " : " -> ";
}

std::string or_none(const std::string& text) {
  return text.empty() ? "(none)" : text;
}

}  // namespace

std::string counts_text(const Changes& changes) {
  std::string text = harness::format("{} compared", changes.compared);
  for (const ChangeKind kind : all_change_kinds) {
    const std::size_t count = changes.count(kind);
    if (count > 0 || kind == ChangeKind::newly_failing)
      text += harness::format(", {} {}", count, title_of(kind));
  }
  if (changes.varied > 0)
    text += harness::format(", {} vary in numbers, order or close races alone", changes.varied);
  if (changes.trees_not_compared > 0)
    text += harness::format(", {} trees not compared ({})", changes.trees_not_compared, changes.why_not);
  return text;
}

std::string verdict_change(const Change& change, bool unicode) {
  const auto word = [](const std::optional<Verdict>& verdict) {
    return verdict ? std::string(to_string(*verdict)) : std::string();
  };
  const std::string before = word(change.first_verdict);
  const std::string after = word(change.second_verdict);
  if (before.empty() || after.empty()) return before + after;
  return before == after ? "" : before + arrow(unicode) + after;
}

std::string time_change(const Change& change, bool unicode) {
  return duration(change.first_ms) + arrow(unicode) + duration(change.second_ms);
}

std::string facts_text(const RecordIndex& record) {
  std::string text;
  for (const std::string& implementation : record.implementations)
    text += (text.empty() ? "" : ", ") + implementation;
  for (const char* name : {"programs", "os", "architecture", "libc", "level", "suite"}) {
    const auto found = record.properties.find(name);
    if (found == record.properties.end()) continue;
    const std::string word = name;
    const bool named = word == "level" || word == "suite" || word == "programs";
    text += (text.empty() ? "" : ", ") + (named ? word + " " : std::string()) + found->second;
  }
  if (!record.started.empty()) text += (text.empty() ? "" : ", ") + record.started;
  text += harness::format("{}{} runs", text.empty() ? "" : ", ", record.entries.size());
  if (record.planned && *record.planned > record.entries.size())
    text += harness::format(" of {} planned: it was cut short", *record.planned);
  if (record.torn) text += ", its last line torn and left out";
  return text;
}

std::string gap_text(const RecordComparison& comparison) {
  for (std::size_t i = 0; i < comparison.records.size(); ++i) {
    const RecordIndex& record = comparison.records[i];
    if (record.is_cut_short())
      return comparison.labels[i] + " was cut short: " +
             (record.torn
                  ? "its last line is torn"
                  : harness::format("{} of {} runs are there", record.entries.size(), *record.planned));
  }
  for (const ComparedRecord& other : comparison.compared) {
    if (other.changes.compared == 0)
      return comparison.labels.front() + " and " + comparison.labels[other.record] +
             " have no run in common: were they made with the same scenarios and implementations?";
  }
  return "";
}

std::string property_text(const PropertyDifference& difference, bool unicode) {
  return difference.property + " " + or_none(difference.first) + arrow(unicode) + or_none(difference.second);
}

}  // namespace harness
