#include "report/files/history_json.hpp"

#include "record/json_fields.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

Json to_json(const RunHistory& history) {
  Json records = Json::array();
  for (const PastRecord& record : history.records) {
    records.push_back({{"started", record.started},
                       {"outcomes", std::string(to_string(record.outcomes))},
                       {"median_ms", record.median_ms}});
  }
  Json bad = nullptr;
  if (history.bad) {
    bad = {{"record", history.bad->record},
           {"started", history.bad->started},
           {"suite", history.bad->suite},
           {"version", history.bad->version},
           {"verdict", std::string(to_string(history.bad->verdict))},
           {"reason", with_replacements(history.bad->reason)}};
  }
  const RunKey& key = history.key;
  return {{"scenario", with_replacements(key.scenario)},
          {"implementation", with_replacements(key.implementation)},
          {"start_method", word_or_null(key.start_method)},
          {"stdio", std::string(to_string(key.stdio))},
          {"runs", history.runs},
          {"failed", history.failed},
          {"flake_rate", history.flake_rate},
          {"still_failing", history.still_failing},
          {"bad", bad},
          {"records", records}};
}

}  // namespace

Json history_json(const std::vector<RunHistory>& histories) {
  Json variants = Json::array();
  for (const RunHistory& history : histories)
    variants.push_back(to_json(history));
  return {{"format", 1}, {"variants", variants}};
}

}  // namespace harness
