#include "record/case_json.hpp"

#include "record/event_json.hpp"
#include "record/json_fields.hpp"
#include "record/process_json.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

Json to_json(const Difference& difference) {
  Json diff = Json::array();
  for (const DiffLine& line : difference.diff) {
    diff.push_back({{"kind", std::string(to_string(line.kind))}, {"text", with_replacements(line.text)}});
  }
  Json object{{"reason_code", std::string(to_string(difference.code))},
              {"reason", with_replacements(difference.reason)}};
  set_text(object, "golden", difference.golden.string());
  object["line"] = difference.line;
  object["diff"] = std::move(diff);
  return object;
}

Difference difference_of(const Json& object) {
  Difference difference;
  difference.code = word_at<ReasonCode>(object, "reason_code");
  difference.reason = object.at("reason").get<std::string>();
  difference.golden = text_at(object, "golden");
  difference.line = object.at("line").get<int>();
  for (const Json& line : object.at("diff")) {
    difference.diff.push_back({word_at<DiffLine::Kind>(line, "kind"), line.at("text").get<std::string>()});
  }
  return difference;
}

void add_conditions(Json& object, const Case& c) {
  set_text(object, "scenario", c.scenario->name);
  set_text(object, "implementation", c.conditions.implementation);
  set_text(object, "version", c.version_text);
  object["python_version"] = text_or_null(c.python_version);
  object["start_method"] = word_or_null(c.conditions.start_method);
  object["stdio"] = std::string(to_string(c.conditions.stdio));
}

void add_circumstances(Json& object, const CaseResult& result) {
  object["repetition"] = result.judged.repetition;
  object["shake"] = result.judged.shake == 0 ? Json(nullptr) : Json(result.judged.shake);
  object["platform"] = result.judged.conditions.platform;
  object["lacking"] = result.judged.conditions.lacking;
  set_text(object, "golden", result.judged.scenario->golden.string());
  set_texts(object, "argv", result.judged.argv);
  object["cpu_ms"] = result.seen.cpu_ms;
  object["limit_ms"] = result.seen.limit_ms;
  object["stopped"] = std::string(to_string(result.seen.stopped));
  object["level_reason"] = text_or_null(result.seen.level_reason);
  if (const std::optional<StartFailure>& failure = result.seen.start_failure) {
    object["start_failure"] = {{"step", with_replacements(failure->step)}, {"errno", failure->error}};
  }
  set_texts(object, "output_holders", result.seen.output_holders);
}

void add_comparison(Json& object, const Comparison& comparison) {
  object["differences"] = Json::array();
  for (const Difference& difference : comparison.differences)
    object["differences"].push_back(to_json(difference));
  object["not_checked"] = shown_texts(comparison.not_checked);
  object["close_races"] = shown_texts(comparison.close_races);
  object["guessed_helpers"] = shown_texts(comparison.guessed_helpers);
}

void add_events(Json& object, const std::vector<Event>& events) {
  if (events.empty()) return;
  Json list = Json::array();
  for (std::size_t i = 0; i < events.size(); ++i)
    list.push_back(to_json(events[i], i + 1));
  object["events"] = std::move(list);
}

// In a record that does not tell it.
std::string python_version_of(const Case& judged) {
  return judged.conditions.implementation == "cpython" ? judged.version_text : "";
}

void read_judged(Case& judged, const Json& object) {
  judged.conditions.implementation = text_at(object, "implementation");
  judged.version_text = text_at(object, "version");
  judged.conditions.version = parse_version(judged.version_text);
  const bool tells_python = object.contains("python_version");
  judged.python_version = tells_python ? text_at(object, "python_version") : python_version_of(judged);
  judged.conditions.python_version = parse_version(judged.python_version);
  judged.conditions.start_method = maybe_word_at<StartMethod>(object, "start_method");
  judged.conditions.stdio = word_at<StdioMode>(object, "stdio");
  judged.conditions.platform = object.at("platform").get<std::string>();
  judged.conditions.lacking = object.value("lacking", std::set<std::string>());
  judged.argv = texts_at(object, "argv");
  judged.repetition = object.at("repetition").get<int>();
  if (const auto shake = maybe_at<int>(object, "shake")) judged.shake = *shake;
}

void read_seen(Observation& seen, const Json& object) {
  seen.level = word_at<Level>(object, "level");
  seen.level_reason = text_at(object, "level_reason");
  seen.out = text_at(object, "stdout");
  seen.err = text_at(object, "stderr");
  seen.wall_ms = object.at("wall_ms").get<double>();
  seen.cpu_ms = object.at("cpu_ms").get<double>();
  seen.limit_ms = object.at("limit_ms").get<double>();
  seen.stopped = word_at<Stopped>(object, "stopped");
  seen.output_holders = texts_at(object, "output_holders");
  if (object.contains("start_failure")) {
    const Json& failure = object.at("start_failure");
    seen.start_failure = {failure.at("step").get<std::string>(), failure.at("errno").get<int>()};
  }
  for (const Json& process : object.at("processes"))
    seen.processes.push_back(process_of(process));
  for (const Json& event : object.value("events", Json::array()))
    seen.events.push_back(event_of(event));
}

}  // namespace

Json to_json(const CaseResult& result) {
  Json object;
  add_conditions(object, result.judged);
  object["verdict"] = std::string(to_string(result.judgement.verdict));
  object["reason_code"] = word_or_null(result.judgement.code);
  object["reason"] = with_replacements(result.judgement.reason);
  object["level"] = std::string(to_string(result.seen.level));
  object["wall_ms"] = result.seen.wall_ms;
  set_text(object, "stdout", result.seen.out);
  set_text(object, "stderr", result.seen.err);
  object["processes"] = Json::array();
  for (const Process& process : result.seen.processes)
    object["processes"].push_back(to_json(process));
  add_comparison(object, result.comparison);
  add_circumstances(object, result);
  add_events(object, result.seen.events);
  return object;
}

CaseResult result_of(const Json& object) {
  CaseResult result;
  read_judged(result.judged, object);
  result.judgement.verdict = word_at<Verdict>(object, "verdict");
  result.judgement.code = maybe_word_at<ReasonCode>(object, "reason_code");
  result.judgement.reason = object.at("reason").get<std::string>();
  if (result.judgement.verdict == Verdict::skip) result.judged.skip_reason = result.judgement.reason;
  for (const Json& difference : object.at("differences")) {
    result.comparison.differences.push_back(difference_of(difference));
  }
  result.comparison.not_checked = texts_at(object, "not_checked");
  result.comparison.close_races = texts_at(object, "close_races");
  if (object.contains("guessed_helpers"))
    result.comparison.guessed_helpers = texts_at(object, "guessed_helpers");
  read_seen(result.seen, object);
  return result;
}

}  // namespace harness
