#include "report/json_values.hpp"

#include <algorithm>

#include "model/names.hpp"
#include "report/event_names.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

template <class Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

template <class Enum>
Json word_or_null(const std::optional<Enum>& value) {
  return value ? Json(std::string(to_string(*value))) : Json(nullptr);
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(with_replacements(text));
}

Json texts(const std::vector<std::string>& values) {
  Json list = Json::array();
  for (const std::string& value : values)
    list.push_back(with_replacements(value));
  return list;
}

Json texts_by_name(const std::map<std::string, std::string>& values) {
  Json object = Json::object();
  for (const auto& [name, value] : values)
    object[name] = with_replacements(value);
  return object;
}

void set_texts(Json& object, const std::string& key, const std::vector<std::string>& values) {
  object[key] = texts(values);
  if (std::all_of(values.begin(), values.end(), [](const std::string& value) { return is_utf8(value); }))
    return;
  Json exact = Json::array();
  for (const std::string& value : values)
    exact.push_back(base64(value));
  object[key + "_base64"] = exact;
}

std::string word_of(DiffLine::Kind kind) {
  switch (kind) {
    case DiffLine::Kind::same:
      return "same";
    case DiffLine::Kind::expected:
      return "expected";
    case DiffLine::Kind::seen:
      return "seen";
    case DiffLine::Kind::omitted:
      return "omitted";
  }
  return "";
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
  object["not_checked"] = texts(comparison.not_checked);
  object["close_races"] = texts(comparison.close_races);
  object["guessed_helpers"] = texts(comparison.guessed_helpers);
}

void add_events(Json& object, const std::vector<Event>& events) {
  if (events.empty()) return;
  Json list = Json::array();
  for (std::size_t i = 0; i < events.size(); ++i)
    list.push_back(to_json(events[i], i + 1));
  object["events"] = std::move(list);
}

}  // namespace

void set_text(Json& object, const std::string& key, const std::string& bytes) {
  object[key] = with_replacements(bytes);
  if (!is_utf8(bytes)) object[key + "_base64"] = base64(bytes);
}

Json to_json(const Platform& platform) {
  return {{"os", text_or_null(platform.os)},
          {"distribution", text_or_null(platform.distribution)},
          {"kernel", text_or_null(platform.kernel)},
          {"architecture", text_or_null(platform.architecture)},
          {"libc", text_or_null(platform.libc)},
          {"compiler", text_or_null(platform.compiler)},
          {"build_type", text_or_null(platform.build_type)},
          {"cpus", platform.cpus > 0 ? Json(platform.cpus) : Json(nullptr)},
          {"marks", texts(platform.marks)},
          {"environment", texts_by_name(platform.environment)}};
}

Json to_json(const SuiteRevision& suite) {
  return {{"revision", text_or_null(suite.revision)},
          {"dirty", or_null(suite.dirty)},
          {"programs", text_or_null(suite.programs)}};
}

Json to_json(const Process& process) {
  Json object{{"id", process.id}, {"parent", or_null(process.parent)}};
  object["argv"] = nullptr;
  if (process.argv) set_texts(object, "argv", *process.argv);
  object["exec"] = or_null(process.exec);
  object["end"] = word_or_null(process.end);
  if (const Killed* killed = process.end ? std::get_if<Killed>(&*process.end) : nullptr) {
    object["core_dumped"] = killed->core_dumped;
  }
  object["fate"] = word_or_null(process.fate);
  if (process.outlived_creator) object["outlived_creator"] = *process.outlived_creator;
  object["start_ms"] = or_null(process.start_ms);
  object["end_ms"] = or_null(process.end_ms);
  object["reaped_ms"] = or_null(process.reaped_ms);
  object["pid"] = or_null(process.pid);
  object["helper"] = process.helper;
  if (process.helper_guessed) object["helper_guessed"] = true;
  object["cpu_ms"] = or_null(process.cpu_ms);
  object["peak_kb"] = or_null(process.peak_kb);
  object["margin_ms"] = or_null(process.margin_ms);
  object["number"] = process.number >= 0 ? Json(process.number) : Json(nullptr);
  return object;
}

Json to_json(const Event& event, std::size_t seq) {
  Json object{{"seq", seq},
              {"t_ms", static_cast<double>(event.t_us) / 1000},
              {"event", std::string(to_string(event.kind))},
              {"process", event.process}};
  switch (event.kind) {
    case EventKind::created:
      object["parent"] = event.parent;
      object["pid"] = event.pid;
      break;
    case EventKind::adopted:
      object["pid"] = event.pid;
      break;
    case EventKind::exec:
      set_texts(object, "argv", event.argv);
      break;
    case EventKind::exited:
      object["end"] = event.signal == unknown_ending ? Json(nullptr) : Json(to_string(event.end));
      if (event.cpu_us >= 0) object["cpu_ms"] = static_cast<double>(event.cpu_us) / 1000;
      if (event.peak_kb >= 0) object["peak_kb"] = event.peak_kb;
      break;
    case EventKind::reaped:
      object["by"] = std::string(to_string(event.by));
      break;
    case EventKind::stopped:
      object["signal"] = signal_name(event.signal);
      break;
    case EventKind::output:
      object["stream"] = event.stream == Stream::out ? "stdout" : "stderr";
      object["offset"] = event.offset;
      object["length"] = event.length;
      break;
    case EventKind::continued:
    case EventKind::killed:
      break;
  }
  return object;
}

Json to_json(const Difference& difference) {
  Json diff = Json::array();
  for (const DiffLine& line : difference.diff) {
    diff.push_back({{"kind", word_of(line.kind)}, {"text", with_replacements(line.text)}});
  }
  Json object{{"reason_code", std::string(to_string(difference.code))},
              {"reason", with_replacements(difference.reason)}};
  set_text(object, "golden", difference.golden.string());
  object["line"] = difference.line;
  object["diff"] = std::move(diff);
  return object;
}

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

}  // namespace harness
