#include "report/files/comparison_json.hpp"

#include "record/json_fields.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

Json to_json(const Change& change) {
  return {{"scenario", with_replacements(change.key.scenario)},
          {"implementation", text_or_null(change.key.implementation)},
          {"version", text_or_null(change.key.version)},
          {"start_method", word_or_null(change.key.start_method)},
          {"stdio", std::string(to_string(change.key.stdio))},
          {"verdict_first", word_or_null(change.first_verdict)},
          {"verdict_second", word_or_null(change.second_verdict)},
          {"cause", change.cause},
          {"reason", text_or_null(change.reason)},
          {"place", text_or_null(change.place)},
          {"before", shown_texts(change.before)},
          {"after", shown_texts(change.after)},
          {"ms_first", change.first_ms},
          {"ms_second", change.second_ms}};
}

Json to_json(const RecordIndex& record, const std::string& label) {
  Json properties = Json::object();
  for (const auto& [name, value] : record.properties)
    properties[name] = with_replacements(value);
  return {{"label", with_replacements(label)},
          {"file", with_replacements(record.path.string())},
          {"started", text_or_null(record.started)},
          {"runs", record.entries.size()},
          {"torn", record.torn},
          {"properties", properties}};
}

Json to_json(const ComparedRecord& compared) {
  Json properties = Json::array();
  for (const PropertyDifference& one : compared.properties) {
    properties.push_back({{"property", one.property},
                          {"first", text_or_null(one.first)},
                          {"second", text_or_null(one.second)}});
  }
  const Changes& changes = compared.changes;
  Json object{{"record", compared.record},
              {"differ_in", properties},
              {"compared", changes.compared},
              {"unchanged", changes.unchanged},
              {"varied", changes.varied},
              {"trees_not_compared", changes.trees_not_compared},
              {"why_not", text_or_null(changes.why_not)},
              {"overall_time_ratio", changes.overall_ratio},
              {"noise_ratio", changes.noise_ratio}};
  for (const ChangeKind kind : all_change_kinds) {
    Json list = Json::array();
    for (const Change& change : changes.changes) {
      if (change.kind == kind) list.push_back(to_json(change));
    }
    object[std::string(key_of(kind))] = std::move(list);
  }
  return object;
}

Json to_json(const MatrixRow& row) {
  Json cells = Json::array();
  for (const MatrixCell& cell : row.cells) {
    cells.push_back({{"passed", cell.passed},
                     {"known_failures", cell.known},
                     {"failed", cell.failed},
                     {"skipped", cell.skipped},
                     {"failing", shown_texts(cell.failing)}});
  }
  return {{"scenario", with_replacements(row.scenario)},
          {"differs", row.differs},
          {"explanation", text_or_null(row.explanation)},
          {"records", cells}};
}

}  // namespace

Json comparison_json(const RecordComparison& comparison, const std::vector<MatrixRow>& matrix) {
  std::size_t failing = 0;
  Json records = Json::array();
  for (std::size_t i = 0; i < comparison.records.size(); ++i)
    records.push_back(to_json(comparison.records[i], comparison.labels[i]));
  Json compared = Json::array();
  for (const ComparedRecord& one : comparison.compared) {
    compared.push_back(to_json(one));
    failing += one.changes.count(ChangeKind::newly_failing);
  }
  Json rows = Json::array();
  for (const MatrixRow& row : matrix)
    rows.push_back(to_json(row));
  return {{"format", 1},
          {"newly_failing", failing},
          {"records", records},
          {"compared", compared},
          {"matrix", rows}};
}

}  // namespace harness
