#include "report/results_file.hpp"

#include <cmath>

#include "json/process_json.hpp"
#include "json/reading.hpp"
#include "model/names.hpp"
#include "report/event_names.hpp"
#include "report/json_values.hpp"
#include "support/errors.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

using reading::known;
using reading::maybe;
using reading::maybe_word;
using reading::text;
using reading::texts;
using reading::word;

template <class Enum, std::size_t N>
Enum word_among(const std::array<std::string_view, N>& words, const Json& object, const char* key) {
  const std::string name = object.at(key).get<std::string>();
  return known(among<Enum>(words, name), name);
}

std::int64_t microseconds(const Json& object, const char* key) {
  return std::llround(object.at(key).get<double>() * 1000);
}

Event event_of(const Json& object) {
  Event event;
  event.kind = word_among<EventKind>(event_words, object, "event");
  event.t_us = microseconds(object, "t_ms");
  event.process = object.at("process").get<int>();
  event.parent = object.value("parent", -1);
  event.pid = object.value("pid", pid_t{0});
  if (event.kind == EventKind::exec) event.argv = texts(object, "argv");
  if (event.kind == EventKind::exited && object.at("end").is_null()) {
    event.signal = unknown_ending;
  } else if (event.kind == EventKind::exited) {
    event.end = ending_from(object);
  }
  if (object.contains("cpu_ms")) event.cpu_us = microseconds(object, "cpu_ms");
  event.peak_kb = object.value("peak_kb", -1L);
  if (event.kind == EventKind::reaped) event.by = word_among<ReapedBy>(reaped_by_words, object, "by");
  if (event.kind == EventKind::stopped) {
    const std::string name = object.at("signal").get<std::string>();
    event.signal = known(signal_number(name), name);
  }
  if (event.kind == EventKind::output) {
    event.stream = object.at("stream") == "stdout" ? Stream::out : Stream::err;
    event.offset = object.at("offset").get<std::uint64_t>();
    event.length = object.at("length").get<std::uint64_t>();
  }
  return event;
}

DiffLine::Kind kind_of(const std::string& name) {
  if (name == "same") return DiffLine::Kind::same;
  if (name == "expected") return DiffLine::Kind::expected;
  if (name == "seen") return DiffLine::Kind::seen;
  if (name == "omitted") return DiffLine::Kind::omitted;
  throw CannotJudge("unknown word '" + name + "'");
}

Difference difference_of(const Json& object) {
  Difference difference;
  difference.code = word<ReasonCode>(object, "reason_code");
  difference.reason = object.at("reason").get<std::string>();
  difference.golden = text(object, "golden");
  difference.line = object.at("line").get<int>();
  for (const Json& line : object.at("diff")) {
    difference.diff.push_back(
        {kind_of(line.at("kind").get<std::string>()), line.at("text").get<std::string>()});
  }
  return difference;
}

// In a record that does not tell it.
std::string python_version_of(const Case& judged) {
  return judged.conditions.implementation == "cpython" ? judged.version_text : "";
}

void read_judged(Case& judged, const Json& object) {
  judged.conditions.implementation = text(object, "implementation");
  judged.version_text = text(object, "version");
  judged.conditions.version = parse_version(judged.version_text);
  const bool tells_python = object.contains("python_version");
  judged.python_version = tells_python ? text(object, "python_version") : python_version_of(judged);
  judged.conditions.python_version = parse_version(judged.python_version);
  judged.conditions.start_method = maybe_word<StartMethod>(object, "start_method");
  judged.conditions.stdio = word<StdioMode>(object, "stdio");
  judged.conditions.platform = object.at("platform").get<std::string>();
  judged.conditions.lacking = object.value("lacking", std::set<std::string>());
  judged.argv = texts(object, "argv");
  judged.repetition = object.at("repetition").get<int>();
  if (const auto shake = maybe<int>(object, "shake")) judged.shake = *shake;
}

void read_seen(Observation& seen, const Json& object) {
  seen.level = word<Level>(object, "level");
  seen.level_reason = text(object, "level_reason");
  seen.out = text(object, "stdout");
  seen.err = text(object, "stderr");
  seen.wall_ms = object.at("wall_ms").get<double>();
  seen.cpu_ms = object.at("cpu_ms").get<double>();
  seen.limit_ms = object.at("limit_ms").get<double>();
  seen.stopped = word<Stopped>(object, "stopped");
  seen.output_holders = texts(object, "output_holders");
  if (object.contains("start_failure")) {
    const Json& failure = object.at("start_failure");
    seen.start_failure = {failure.at("step").get<std::string>(), failure.at("errno").get<int>()};
  }
  for (const Json& process : object.at("processes"))
    seen.processes.push_back(process_of(process));
  for (const Json& event : object.value("events", Json::array()))
    seen.events.push_back(event_of(event));
}

CaseResult result_of(const Json& object) {
  CaseResult result;
  read_judged(result.judged, object);
  result.judgement.verdict = word<Verdict>(object, "verdict");
  result.judgement.code = maybe_word<ReasonCode>(object, "reason_code");
  result.judgement.reason = object.at("reason").get<std::string>();
  if (result.judgement.verdict == Verdict::skip) result.judged.skip_reason = result.judgement.reason;
  for (const Json& difference : object.at("differences")) {
    result.comparison.differences.push_back(difference_of(difference));
  }
  result.comparison.not_checked = texts(object, "not_checked");
  result.comparison.close_races = texts(object, "close_races");
  if (object.contains("guessed_helpers"))
    result.comparison.guessed_helpers = texts(object, "guessed_helpers");
  read_seen(result.seen, object);
  return result;
}

const Scenario* scenario_of(RecordedResults& recorded, const Json& object) {
  const std::string name = text(object, "scenario");
  for (const Scenario& known_already : recorded.scenarios) {
    if (known_already.name == name) return &known_already;
  }
  Scenario scenario;
  scenario.name = name;
  scenario.golden = text(object, "golden");
  return &recorded.scenarios.emplace_back(std::move(scenario));
}

void read_first(RecordedResults& recorded, const Json& object) {
  const int format = object.at("format").get<int>();
  if (format != 1) throw CannotJudge(harness::format("format {}, this program reads format 1", format));
  const Json& platform = object.at("platform");
  recorded.platform = {text(platform, "os"),         text(platform, "distribution"),
                       text(platform, "kernel"),     text(platform, "architecture"),
                       text(platform, "libc"),       text(platform, "compiler"),
                       text(platform, "build_type"), maybe<int>(platform, "cpus").value_or(0)};
  recorded.platform.marks = platform.value("marks", std::vector<std::string>{});
  recorded.platform.environment = platform.value("environment", std::map<std::string, std::string>{});
  if (const Json* suite = object.find("suite")) {
    recorded.suite = {text(*suite, "revision"), maybe<bool>(*suite, "dirty"),
                      maybe<std::string>(*suite, "programs").value_or("")};
  }
  recorded.level = word<Level>(platform, "level");
  recorded.level_reason = text(platform, "level_reason");
  recorded.exeunt = text(object, "exeunt");
  recorded.started = text(object, "started");
  recorded.jobs = object.at("jobs").get<int>();
  recorded.cases = object.at("cases").get<std::size_t>();
}

void read_line(RecordedResults& recorded, const std::string& line, bool first) {
  const Json object = Json::parse(line);
  if (first) return read_first(recorded, object);
  CaseResult result = result_of(object);
  result.judged.scenario = scenario_of(recorded, object);
  recorded.results.push_back(std::move(result));
}

}  // namespace

RecordedResults read_results(std::istream& in, const std::string& name) {
  RecordedResults recorded;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const bool torn = in.eof();  // the harness may have been killed while it wrote this line
    try {
      read_line(recorded, line, number == 1);
    } catch (const Json::exception&) {
      if (torn) break;
      throw CannotJudge(harness::format("{}:{}: not a line of a JSON report", name, number));
    } catch (const CannotJudge& error) {
      throw CannotJudge(harness::format("{}:{}: {}", name, number, error.what()));
    }
  }
  if (number == 0) throw CannotJudge(name + ": empty, where a JSON report was expected");
  return recorded;
}

}  // namespace harness
